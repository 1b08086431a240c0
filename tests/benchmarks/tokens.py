"""stub"""

from types import SimpleNamespace


def configuration():
    return SimpleNamespace(APP_ID="", APP_PASSWORD="", APP_TYPE="MultiTenant", APP_TENANTID="")
