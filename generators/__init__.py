"""Handrail: from YAML about services to a searchable site with questionnaires and a plan on paper."""
