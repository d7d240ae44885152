"""The mail server gone, refusing for now, and taking letters without saying so."""

from tests.load.faults.fault import Fault
from tests.peers.smtp.server import Mood


class Gone(Fault):
    name = "mail gone"
    expected = "nothing is seen: letters wait"

    def strike(self) -> str:
        self.stage.way_to_mail.close()
        return f"nobody listens on its port for {self.lasts:.0f} s"

    def heal(self) -> None:
        self.stage.way_to_mail.open()


class _Moody(Fault):
    mood: Mood

    def strike(self) -> str:
        self.stage.peers.mail.mood = self.mood
        return self.expected.partition(":")[0]

    def heal(self) -> None:
        self.stage.peers.mail.mood = Mood()


class Refusing(_Moody):
    name = "mail refuses for now"
    expected = "451 to every letter: they wait"
    mood = Mood(after_data="451 4.3.0 not now")


class Forgetful(_Moody):
    name = "mail takes and is silent"
    expected = "the line is cut after DATA: sent again under the same Message-ID"
    mood = Mood(drop_before_answer=True)
