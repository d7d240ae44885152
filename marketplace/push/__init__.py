"""Short notices that a browser shows although no page is open (Web Push: RFC 8030, 8188, 8291, 8292)."""
