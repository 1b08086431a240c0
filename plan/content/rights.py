"""Who may do what, as one table (domain 2.7): what is not in it, nobody may.

A cell says how far a right goes: `all` of the plan, `own` (the organisation, theme, body or self
that the role is about), or all of it from a moment on: `session` (the bilateral checks are over),
`agenda` (the agenda of the session is settled), `adopted`. Several are joined by +.

Whom the columns stand for: plan/rights/actors.py. A newcomer may begin a plan and is in none.
Looking after the store is done on the command line; who does that has no right in a chat.
"""

from __future__ import annotations

TABLE = """
may           coordinator owner   mt      holder  reader  partner         asked stand_in handed invited member  newcomer
talk          all         .       .       .       .       .               .     .        .      .       all     all
begin         all         .       .       .       .       .               .     .        .      .       .       all
own_wishes    own         .       .       .       .       .               .     .        .      .       own     .
name_stand_in .           .       .       .       .       .               .     .        .      .       own     .
answer        all         .       .       .       .       own             own   own      own    .       .       .
try_format    all         .       .       .       .       .               own   own      .      .       .       .
consent       .           .       .       .       .       .               own   own      .      .       .       .
agree         .           .       .       .       .       own             own   own      .      own     .       .
attend        .           .       .       .       .       .               .     .        .      own     .       .
read_part     all         all     all     all     .       own             .     own      .      .       .       .
read_draft    all         all     all     all     .       session         .     .        .      agenda  .       .
read_findings all         all     all     all     .       .               .     .        .      .       .       .
read_report   all         all     all     all     .       .               .     .        .      all     .       .
read_register all         all     all     all     adopted session+adopted .     .        .      agenda  .       .
read_adopted  adopted     adopted adopted adopted adopted adopted         .     adopted  .      .       .       .
read_answers  all         all     .       .       .       .               .     own      .      .       own     .
read_log      all         all     all     all     decided .               .     .        .      .       .       .
ask_about     all         all     all     all     .       own+session     .     own      .      .       decided .
draft         all         own     .       .       .       .               .     .        .      .       .       .
process       all         own     .       .       .       .               .     .        .      .       .       .
read_papers   all         .       own     own     .       .               .     .        .      .       .       .
decide        all         .       own     own     .       .               .     .        .      .       .       .
ask           all         .       .       .       .       .               .     .        .      .       .       .
answer_for    all         .       .       .       .       .               .     .        .      .       .       .
results       all         .       .       .       .       .               .     .        .      .       .       .
conclude      all         .       .       .       .       .               .     .        .      .       .       .
explain       all         .       .       .       .       .               .     .        .      .       .       .
form          all         .       .       .       .       .               .     .        .      .       .       .
frame         all         .       .       .       .       .               .     .        .      .       .       .
people        all         .       .       .       .       .               .     .        .      .       .       .
roles         all         .       .       .       .       .               .     .        .      .       .       .
close         all         .       .       .       .       .               .     .        .      .       .       .
meet          all         .       .       .       .       .               .     .        .      .       .       .
route         all         .       .       .       .       .               .     .        .      .       .       .
progress      all         .       .       .       .       .               .     .        .      .       .       .
amend         all         .       .       .       .       .               .     .        .      .       .       .
archive       all         .       .       .       .       .               .     .        .      .       .       .
calendar      all         .       .       .       .       .               .     .        .      .       .       .
days           all         .       .       .       .       .               .     .        .      .       .       .
channel       all         .       .       .       .       .               .     .        .      .       .       .
"""  # noqa: E501 - a table is read by its columns

PAPERS: dict[str, str] = {
    "plan": "read_draft",
    "theme": "read_draft try_format",
    "partner": "read_part",
    "evaluation": "conclude",
    "register": "read_register",
    "progress": "progress",
    "session": "read_report",
    "evaluation_session": "read_report",
    "adopted": "read_adopted",
    "mt_note": "read_papers",
    "college_proposal": "read_papers",
    "triangle_note": "read_papers",
    "council_letter": "read_papers",
    "public_summary": "read_papers",
    "participation": "read_papers",
    "decisions": "read_papers",
    "archive": "archive",
    "agenda": "calendar",
}
"""What somebody must be allowed, one of them, to get each document."""
