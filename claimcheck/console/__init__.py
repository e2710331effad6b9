"""The parts of the command line: options, output, logs, one audit, watching. Cheap to import."""
