"""The electronic tax invoices of Vietnamese law: one for each seller's part, and what corrects it."""
