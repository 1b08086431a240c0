"""What becomes of every field of every record when a person or an organisation is erased.

A test fails on a class or a field that is not here, until somebody decides. What was decided and
why: docs/decisions/0029.
"""

from __future__ import annotations

from plan.erasure.rules_asked import ASKED
from plan.erasure.rules_content import CONTENT
from plan.erasure.rules_decided import DECIDED
from plan.erasure.rules_post import POST
from plan.erasure.treatment import Rule
from plan.records.base import Part, Record

RULES: dict[type[Record | Part], Rule] = {**CONTENT, **ASKED, **DECIDED, **POST}
