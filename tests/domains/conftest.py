from tests.domains.harness import (  # noqa: F401
    django_db_modify_db_settings,
    evaluation,
    loaded,
)
