"""`claimcheck cache`: what is kept of earlier runs, and how to be rid of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

import typer

from claimcheck.console import logs, options

if TYPE_CHECKING:
    from claimcheck.cache.store import Store

_MEGABYTE = 1_000_000

keeping = typer.Typer(
    help="What is kept of earlier runs, so that no work is done twice.",
    no_args_is_help=True,
    add_completion=False,
    **options.PLAIN,
)


@keeping.command()
def info(cache: options.CacheFolder = None) -> None:
    """Show where the cache is and what it holds."""
    store = _store(cache)
    typer.echo(_line(store))
    for kind in store.kept():
        typer.echo(f"{kind.entries:>9,}  {_size(kind.size):>10}  {_NAMES.get(kind.kind, kind.kind)}")
    store.close()


@keeping.command()
def clear(cache: options.CacheFolder = None) -> None:
    """Forget everything."""
    _forget(store := _store(cache), store.clear())


@keeping.command()
def prune(
    cache: options.CacheFolder = None,
    days: Annotated[str, typer.Option(metavar="N", help="Forget what was not used for so many days.")] = "30",
    size: Annotated[
        str | None, typer.Option(metavar="MB", help="And what was not used for longest, until it fits.")
    ] = None,
) -> None:
    """Forget what has not been used for long, or what is too much."""
    kept = _whole(days, "--days")
    limit = None if size is None else _whole(size, "--size") * _MEGABYTE
    store = _store(cache)
    _forget(store, store.prune(days=kept, limit=limit))


_NAMES = {"Extraction": "articles extracted", "Report": "whole reports", "vector": "vectors of texts"}


def _store(cache: str | None) -> Store:
    from claimcheck.cache import open_cache  # noqa: PLC0415 — not for --help
    from claimcheck.config import load  # noqa: PLC0415 — as above

    logs.set_up()
    flags: dict[str, Any] = {"cache": cache}
    store = open_cache(load(flags=flags).cache).store
    if store is None:
        typer.echo("the cache is off")
        raise typer.Exit
    if not store.is_usable:  # why has been said
        raise typer.Exit(2)
    return store


def _whole(text: str, option: str) -> int:
    from claimcheck.config.keys import number  # noqa: PLC0415 — not for --help
    from claimcheck.config.readers import count  # noqa: PLC0415 — as above

    return count(number(text), option, least=0)


def cache_line() -> str:
    """Where the configured cache is, and how full."""
    from claimcheck.cache import OFF, open_cache  # noqa: PLC0415 — not for --help
    from claimcheck.config import load  # noqa: PLC0415 — as above

    with open_cache(load().cache) as cache:
        return OFF if cache.store is None else _line(cache.store)


def _line(store: Store) -> str:
    return f"{store.file}: {_size(store.size())} of at most {_size(store.limit)}"


def _forget(store: Store, gone: int) -> None:
    typer.echo(f"{store.file}: {gone:,} entries forgotten, {_size(store.size())} left")
    store.close()


def _size(count: int) -> str:
    return f"{count / _MEGABYTE:,.1f} MB"
