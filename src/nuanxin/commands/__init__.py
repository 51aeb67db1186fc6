"""The subcommands of ``nuanxin``, a module each."""
