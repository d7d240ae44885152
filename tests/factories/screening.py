"""Lists of denied parties: every name in them is made up."""

from collections.abc import Sequence
from xml.sax.saxutils import escape

from logistics.customs.screening.listed_party import ListEdition
from logistics.customs.screening.load_list import load_list


def sdn_entry(uid: str, last: str, first: str = "", *, kind: str = "Entity", aka: Sequence[str] = (), weak: str = "",
              country: str = "", born: str = "") -> str:  # fmt: skip
    aliases = "".join(f"<aka><category>strong</category><lastName>{escape(name)}</lastName></aka>" for name in aka)
    if weak:
        aliases += f"<aka><category>weak</category><lastName>{escape(weak)}</lastName></aka>"
    place = f"<addressList><address><country>{country}</country></address></addressList>" if country else ""
    birth = f"<dateOfBirthList><dateOfBirthItem><dateOfBirth>{born}</dateOfBirth></dateOfBirthItem></dateOfBirthList>"
    return (
        f"<sdnEntry><uid>{uid}</uid><firstName>{escape(first)}</firstName><lastName>{escape(last)}</lastName>"
        f"<sdnType>{kind}</sdnType><programList><program>SAMPLE</program></programList>"
        f"<akaList>{aliases}</akaList>{place}{birth if born else ''}</sdnEntry>"
    )


def sdn_file(*entries: str, published: str = "11/20/2026") -> bytes:
    head = f"<publshInformation><Publish_Date>{published}</Publish_Date></publshInformation>"
    return f'<?xml version="1.0"?><sdnList xmlns="urn:sample">{head}{"".join(entries)}</sdnList>'.encode()


def make_denied_list(*entries: str) -> ListEdition:
    """OFAC's list with a smuggler and a firm, or with these entries."""
    listed = entries or (
        sdn_entry(
            "1001", "PETROVSKIY", "Ivan Maksimovich", kind="Individual", aka=["Иван Петровский"], country="Russia"
        ),
        sdn_entry("1002", "GOLDEN MERIDIAN SHIPPING CO., LTD.", aka=["Kim Hai Vận Tải"], weak="MERIDIAN"),
    )
    return load_list(source="ofac_sdn", content=sdn_file(*listed), file_name="sdn.xml")
