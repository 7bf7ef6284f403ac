"""Vedu: a CRM for active sales. Every client is led, every deal has a next step."""

__version__ = "0.1.0"
