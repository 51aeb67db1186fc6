from tests.domains.harness import *  # noqa: F403
