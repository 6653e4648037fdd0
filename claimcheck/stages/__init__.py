"""The stages, in their order: read, segment, extract, describe, attribute, match, compare. None knows another."""
