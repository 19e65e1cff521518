"""click in Danish: help and usage errors. click's own English is never printed; its errors are told by type."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

import click

from referent.calls import WrongCall
from referent.cleaning import clean_line
from referent.cli_texts import CLI
from referent.texts import did_you_mean

WIDTH = 100
SETTINGS: dict[str, Any] = {
    "context_settings": {"help_option_names": ["-h", "--help"], "max_content_width": WIDTH},
    "options_metavar": CLI["options_metavar"],
}


class DanishCommand(click.Command):
    """A command whose help is Danish."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **{**SETTINGS, **kwargs})

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        with told_where(ctx):
            return super().parse_args(ctx, args)

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except WrongCall as error:
            error.command = ctx.command_path.strip()
            raise

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        pieces = " ".join(self.collect_usage_pieces(ctx))
        formatter.write(f"{CLI['usage']} {ctx.command_path.strip()} {pieces}\n")

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        _write_options(self, ctx, formatter)

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        return _danish(super().get_help_option(ctx))


class DanishGroup(click.Group):
    """A group of commands whose help is Danish, and whose first word is a path where it is no command.

    The hidden command named `open_command` gets what is no command: `referent x.toml`, or nothing at all.
    """

    command_class = DanishCommand
    open_command = ""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **{**SETTINGS, "no_args_is_help": False, **kwargs})

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        own = {name for param in self.get_params(ctx) for name in param.opts}
        known = own | (set(self.commands) - {self.open_command})
        if not args or args[0].partition("=")[0] not in known:
            args = [self.open_command, *args]
        with told_where(ctx):
            return super().parse_args(ctx, args)

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        formatter.write(f"{CLI['usage']} {ctx.command_path} {CLI['agenda_or_nothing']}\n")
        indent = " " * (len(CLI["usage"]) + 1)
        for name in self.list_commands(ctx):
            command = self.commands[name]
            if not command.hidden:
                pieces = " ".join(command.collect_usage_pieces(ctx))
                formatter.write(f"{indent}{ctx.command_path} {name} {pieces}\n")

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        _write_options(self, ctx, formatter)
        self.format_commands(ctx, formatter)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        shown = [(name, self.commands[name]) for name in self.list_commands(ctx) if not self.commands[name].hidden]
        with formatter.section(CLI["commands"]):
            formatter.write_dl([(name, command.get_short_help_str(limit=WIDTH)) for name, command in shown])

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(self.commands)

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        return _danish(super().get_help_option(ctx))


def _danish(option: click.Option | None) -> click.Option | None:
    if option is not None:
        option.help = CLI["help_option"]
    return option


@contextmanager
def told_where(ctx: click.Context) -> Iterator[None]:
    """Adds to an error of the parser to which command it belongs."""
    try:
        yield
    except click.UsageError as error:
        error.ctx = error.ctx or ctx
        raise


def _write_options(command: click.Command, ctx: click.Context, formatter: click.HelpFormatter) -> None:
    options = [param for param in command.get_params(ctx) if isinstance(param, click.Option)]
    records = [record for option in options if (record := option.get_help_record(ctx)) is not None]
    with formatter.section(CLI["options"]):
        formatter.write_dl(records)


def usage_error(error: click.ClickException) -> str:
    """The Danish lines for a call that cannot be understood."""
    message = _message(error)
    ctx = getattr(error, "ctx", None)
    path = ctx.command_path.strip() if ctx is not None else "referent"
    return f"{message}\n{CLI['try_help'].format(command=path)}"


def _message(error: click.ClickException) -> str:
    if isinstance(error, click.NoSuchOption):
        hint = did_you_mean(error.option_name, error.possibilities or _options_of(error.ctx))
        return CLI["no_such_option"].format(name=clean_line(error.option_name)) + hint
    if isinstance(error, click.BadOptionUsage):
        code = "option_without_value" if _is_flag(error) else "option_needs_value"
        return CLI[code].format(name=error.option_name)
    if isinstance(error, click.MissingParameter):
        return CLI["missing_parameter"].format(name=_shown(error))
    if isinstance(error, click.BadParameter):
        choices = getattr(getattr(error.param, "type", None), "choices", ())
        known = CLI["choose_from"].format(known=", ".join(choices)) if choices else ""
        return CLI["bad_parameter"].format(name=_shown(error)) + known
    return CLI["wrong_call"]


def _options_of(ctx: click.Context | None) -> Sequence[str]:
    return [name for param in ctx.command.get_params(ctx) for name in param.opts] if ctx is not None else []


def _is_flag(error: click.BadOptionUsage) -> bool:
    if error.ctx is None:
        return False
    options = [param for param in error.ctx.command.get_params(error.ctx) if isinstance(param, click.Option)]
    return any(option.is_flag and error.option_name in option.opts for option in options)


def _shown(error: click.BadParameter) -> str:
    if error.param is None:
        return ""
    return error.param.opts[-1] if isinstance(error.param, click.Option) else error.param.metavar or ""
