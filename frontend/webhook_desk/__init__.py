"""The pages of webhooks, once for sellers and for the operator."""
