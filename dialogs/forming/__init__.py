"""The step Bepalen format: from what the plan is for to a form that is fixed (domain J1, V2)."""
