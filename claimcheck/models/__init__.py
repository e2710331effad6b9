"""The only place that loads a model; everything else sees `claimcheck.protocols`."""
