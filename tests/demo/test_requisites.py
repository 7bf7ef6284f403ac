"""The made-up requisites pass the product's own checks."""

from random import Random

import pytest

from vedu.demo.wholesale import requisites
from vedu.foundation.values.bank_account import check_account
from vedu.foundation.values.requisites import check_bik, check_inn, check_kpp, check_ogrn, check_ogrnip


@pytest.mark.parametrize("seed", range(50))
def test_a_company_passes_its_check_digits(seed: int) -> None:
    values = requisites.company(Random(seed), "6315")
    assert check_inn(values["inn"]) == values["inn"]
    assert check_ogrn(values["ogrn"]) == values["ogrn"]
    assert check_kpp(values["kpp"]) == values["kpp"]


@pytest.mark.parametrize("seed", range(50))
def test_an_entrepreneur_passes_his_check_digits(seed: int) -> None:
    values = requisites.entrepreneur(Random(seed), "7707")
    assert check_inn(values["inn"]) == values["inn"]
    assert check_ogrnip(values["ogrn"]) == values["ogrn"]


@pytest.mark.parametrize("seed", range(50))
@pytest.mark.parametrize("is_company", [True, False])
def test_an_account_has_a_right_key(seed: int, is_company: bool) -> None:
    values = requisites.account(Random(seed), is_company=is_company)
    assert check_account(values["account"], check_bik(values["bik"])) == values["account"]
