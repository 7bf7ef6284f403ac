from vedu.sales.deals.evidence_kind import EvidenceKind as E
from vedu.sales.deals.presets.active import CLASSIC, WHOLESALE
from vedu.sales.deals.presets.passive import SHOP
from vedu.sales.playbooks.phase import SalePhase, phases_of


def gates(preset: object) -> list[tuple[E, ...]]:
    return [stage.gates for stage in preset.stages]


def test_the_eight_steps_are_the_eight_phases() -> None:
    assert phases_of(gates(WHOLESALE)) == [[phase] for phase in SalePhase]


def test_a_stage_may_have_several_phases() -> None:
    assert phases_of(gates(CLASSIC))[0] == [SalePhase.REACHING, SalePhase.CONTACT]


def test_a_shop_goes_from_contact_to_support() -> None:
    assert phases_of(gates(SHOP)) == [
        [SalePhase.CONTACT],
        [SalePhase.NEEDS],
        [SalePhase.PRESENTATION],
        [SalePhase.PRESENTATION],
        [SalePhase.CLOSING],
        [SalePhase.SUPPORT],
    ]


def test_without_any_gate_all_is_preparation() -> None:
    assert phases_of([(), ()]) == [[SalePhase.PREPARATION], [SalePhase.PREPARATION]]


def test_between_payment_and_payment_it_stays_closing() -> None:
    assert phases_of([(E.DOCUMENTS,), (), (E.PAID,)])[1] == [SalePhase.CLOSING]
