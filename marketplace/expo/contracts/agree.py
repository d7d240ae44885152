"""``accept_contract`` and ``attach_signed_copy``: how an exhibitor agrees to its contract."""

import hashlib
from datetime import datetime

from django.db import transaction

from catalog.products.clean_file import PDF, clean_file
from catalog.refusal import Problem, Refused, refuse_any
from i18n.messages import gettext_noop as _
from marketplace.accounts.models import User
from marketplace.expo import texts
from marketplace.expo.contracts.contract import FairContract
from marketplace.expo.contracts.open import pdf_of
from marketplace.expo.contracts.storage import delete_file, write_file
from marketplace.expo.locks import lock_exhibitor


def accept_contract(*, contract: FairContract, name: str, by: User, now: datetime) -> FairContract:
    """Accept the PDF as it is; who, when and which bytes are kept. Twice keeps the first. Raises ``Refused``."""
    tidy = texts.tidy(name)
    refuse_any(texts.lengths({"name": tidy}, {"name": 120}) if tidy else [texts.required("name")])
    pdf_of(contract.paper)
    with transaction.atomic():
        lock_exhibitor(contract.exhibitor_id)
        current = FairContract.objects.select_related("paper").get(pk=contract.pk)
        if current.accepted_at is None:
            current.accepted_at, current.accepted_by, current.accepted_name = now, by, tidy
            current.accepted_sha256 = current.paper.sha256
            current.save()
    return current


def attach_signed_copy(*, contract: FairContract, content: bytes, by: User | None, now: datetime) -> FairContract:
    """Keep the copy that was signed, in place of an earlier one. Raises ``Refused``.

    A PDF is kept as it came, once it has proven readable: a digital signature lives in what cleaning takes away.
    Pictures are made anew, without camera and place.
    """
    clean, file_type = clean_file(content)
    kept = content if file_type == PDF else clean
    name = write_file(kept, file_type)
    try:
        with transaction.atomic():
            lock_exhibitor(contract.exhibitor_id)
            current = FairContract.objects.get(pk=contract.pk)
            if current.signed_sha256 == hashlib.sha256(kept).hexdigest():
                raise Refused(Problem("file", "UNIQUE", _("This copy is here already.")))
            earlier = current.signed_file
            current.signed_file, current.signed_file_type = name, file_type
            current.signed_sha256 = hashlib.sha256(kept).hexdigest()
            current.signed_at, current.signed_by = now, by
            current.save()
            transaction.on_commit(lambda: delete_file(earlier))
    except BaseException:
        delete_file(name)
        raise
    return current
