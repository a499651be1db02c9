"""Tests of the SASL mechanisms and of the choice between them."""
