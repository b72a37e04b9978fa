"""The passphrase of a workspace: the file that holds its locked key, and the way in and out of encryption."""
