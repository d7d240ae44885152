from marketplace.accounts.sessions.device import Device, DeviceForm, device_of

WEBKIT = "AppleWebKit/537.36 (KHTML, like Gecko)"
SAMPLES = {
    f"Mozilla/5.0 (Windows NT 10.0; Win64; x64) {WEBKIT} Chrome/120.0 Safari/537.36 Edg/120.0": (
        Device("Edge", "Windows", DeviceForm.COMPUTER)
    ),
    f"Mozilla/5.0 (Linux; Android 14; SM-A546E) {WEBKIT} SamsungBrowser/23.0 Chrome/115.0 Mobile Safari/537.36": (
        Device("Samsung Internet", "Android", DeviceForm.PHONE)
    ),
    f"Mozilla/5.0 (Linux; Android 13; Tab) {WEBKIT} Chrome/119.0 Safari/537.36": (
        Device("Chrome", "Android", DeviceForm.TABLET)
    ),
    "Mozilla/5.0 (iPhone; CPU iPhone OS 17_0 like Mac OS X) AppleWebKit/605.1 Version/17.0 Mobile/15E1 Safari/604.1": (
        Device("Safari", "iOS", DeviceForm.PHONE)
    ),
    "Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0": (
        Device("Firefox", "Linux", DeviceForm.COMPUTER)
    ),
    "Mozilla/5.0 (Macintosh; Intel Mac OS X 14_1) Gecko/20100101 Firefox/128.0": (
        Device("Firefox", "macOS", DeviceForm.COMPUTER)
    ),
    "kho-vi-du/2.1 (sync)": Device("kho-vi-du", "", DeviceForm.PROGRAM),
    "Mozilla/5.0": Device(),
    "": Device(),
    "x" * 5000: Device(),
    "<script>/1": Device(),
}


def test_a_user_agent_becomes_the_words_its_owner_knows() -> None:
    assert {text: device_of(text) for text in SAMPLES} == SAMPLES
