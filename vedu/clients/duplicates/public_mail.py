"""Mail services where anybody has a mailbox."""

PUBLIC_MAIL = frozenset(
    "mail.ru bk.ru list.ru inbox.ru internet.ru xmail.ru yandex.ru ya.ru yandex.com yandex.by yandex.kz yandex.ua "
    "narod.ru rambler.ru lenta.ru ro.ru autorambler.ru myrambler.ru gmail.com googlemail.com outlook.com hotmail.com "
    "live.com live.ru msn.com icloud.com me.com mac.com yahoo.com ymail.com aol.com proton.me protonmail.com pm.me "
    "tutanota.com gmx.de gmx.net web.de t-online.de mail.com zoho.com fastmail.com qq.com 163.com ukr.net tut.by "
    "sibmail.com nm.ru pochta.ru e1.ru ngs.ru vk.com".split()
)
