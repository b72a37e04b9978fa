"""The network: labs and funding with what is said of them, read and checked."""
