"""Align what the documents say: origins, entities, facts and utterances across them."""
