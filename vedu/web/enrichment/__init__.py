"""Filling by ИНН: what the register says beside what stands there, field by field. Changes only what was ticked."""
