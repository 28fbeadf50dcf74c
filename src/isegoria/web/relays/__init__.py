"""The pages of those who find people: the institute that calls, the associations that accompany."""
