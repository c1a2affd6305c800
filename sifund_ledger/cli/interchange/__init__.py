"""The commands of files (filer): a general ledger read, vouchers written, a statement from figures alone."""
