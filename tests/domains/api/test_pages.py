"""What staff do on the pages, other systems do by operations: each page names them, or why none."""

from __future__ import annotations

from typing import Any

from nuanxin.domains.access.opening import opening_of
from nuanxin.domains.access.roles import STAFF
from nuanxin.domains.api.document import document, operations
from tests.domains.access.routes import routes

DEEDS = ("plan", "deliver", "waive", "dispute", "answer_dispute", "propose_deed", "decide_deed")
STEPS = ("pay_hold", "pay_notice", "pay_object", "pay_answer", "pay_approve", "pay_settle")
DOES: dict[str, tuple[str, ...]] = {
    "board:board": ("board",),
    "board:measure": ("measure",),
    "board:obligations": ("obligations",),
    "board:obligation": ("obligation",),
    "board:units": ("board_units",),
    "board:evidence": ("evidence",),
    "board:fact": ("fact",),
    "board:set_aside": ("set_aside",),
    "consent:publicity": ("publicity",),
    "couples:check": ("spouse_check",),
    "erasure:requests": ("erasures",),
    "erasure:ask": ("erasure_ask",),
    "erasure:decide": ("erasure_decide",),
    "inbox:inbox": ("inbox", "answers"),
    "inbox:attendance": ("attendance", "confirm_attendance"),
    "inbox:answer": ("answer_need",),  # disputes: answer_dispute, with the deeds
    "inbox:requests": ("data_requests",),
    "inbox:hand_back": ("hand_back",),
    "intake:desk": ("imports", "hand_in"),
    "intake:template": ("template",),
    "intake:upload": ("import_", "import_rows"),
    "intake:write": ("import_write",),
    "intake:read": ("import_read",),
    "intake:stop": ("import_stop",),
    "intake:forget": ("import_forget",),
    "intake:refused": ("import_refused",),
    "ledger:do": DEEDS,
    "ledger:then": ("then",),
    "life:audit": ("audit",),
    "life:life": ("life",),
    "pay:runs": ("pay_months",),
    "pay:draft": ("pay_draft",),
    "pay:funds": ("funds_",),
    "pay:run": ("pay_run", "pay_lines"),
    "pay:public": ("pay_public",),
    "pay:bank": ("pay_bank",),
    "pay:settlement": ("pay_settlement",),
    "pay:paper": ("pay_paper",),
    "pay:act": STEPS,
    "people:people": ("people",),
    "people:person": ("person",),
    "people:merge": ("merge",),
    "people:unmerge": ("unmerge",),
    "rules:desk": ("parameters", "proposals"),
    "rules:gaps": ("gaps",),
    "rules:packs": ("packs",),
    "rules:parameter": ("parameter",),
    "rules:propose": ("propose",),
    "rules:proposal": ("proposal",),
    "rules:act": ("proposal_step",),
    "search:search": ("search", "units"),
}
OWN = "of a person at a screen: their sign-in, roles and second factor; a token has none of them"
NO_OPERATION: dict[str, str] = {
    "access:home": OWN,
    "access:me": OWN,
    "access:change_role": OWN,
    "access:factor": OWN,
    "inbox:family": "the code is shown once and given by hand; kept with an idempotency key, it"
    " would stand in the clear for a day",
}


def staff_pages() -> dict[str, frozenset[str]]:
    """The pages that open to staff, and to which of them."""
    return {
        name: frozenset(opening_of(view).roles & STAFF)
        for name, view, _ in routes()
        if opening_of(view).roles & STAFF
    }


def stated() -> dict[str, Any]:
    return {told["operationId"]: told for _, _, told in operations(document())}


def test_every_page_of_staff_has_its_operations_or_a_reason() -> None:
    assert set(staff_pages()) == set(DOES) | set(NO_OPERATION)
    assert not set(DOES) & set(NO_OPERATION)


def test_an_operation_opens_to_those_to_whom_its_page_does() -> None:
    pages, opens = staff_pages(), stated()
    for page, named in DOES.items():
        for one in named:
            assert set(opens[one]["x-roles"]) == pages[page], f"{page}: {one}"


def test_no_operation_does_what_no_page_does() -> None:
    assert set(stated()) == {one for named in DOES.values() for one in named}
