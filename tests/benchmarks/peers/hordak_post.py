"""django-hordak on PostgreSQL: two-leg transactions by ``transfer_to``, in one transaction of the database or each in
its own: ``hordak_post.py COUNT CONNECTION [each]``."""

import json
import sys
import time
from contextlib import nullcontext
from importlib.metadata import version

import django
from django.conf import settings
from psycopg.conninfo import conninfo_to_dict

count, given = int(sys.argv[1]), conninfo_to_dict(sys.argv[2])
settings.configure(
    DATABASES={"default": {
        "ENGINE": "django.db.backends.postgresql", "NAME": given["dbname"], "USER": given["user"],
        "HOST": given["host"],
    }},
    INSTALLED_APPS=["django.contrib.contenttypes", "django.contrib.auth", "mptt", "djmoney", "hordak"],
    USE_TZ=True, DEFAULT_AUTO_FIELD="django.db.models.AutoField", DEFAULT_CURRENCY="SEK", CURRENCIES=["SEK"],
    SECRET_KEY="x",
)  # fmt: skip
django.setup()

from django.core.management import call_command  # noqa: E402
from django.db import transaction  # noqa: E402
from hordak.models import Account, AccountType  # noqa: E402
from moneyed import Money  # noqa: E402

call_command("migrate", verbosity=0)
free = Account.objects.create(name="free", type=AccountType.income, currencies=["SEK"])
fund = Account.objects.create(name="fund", type=AccountType.asset, currencies=["SEK"])
started = time.perf_counter()
with nullcontext() if sys.argv[3:] else transaction.atomic():
    for i in range(count):
        free.transfer_to(fund, Money(i + 1, "SEK"))
seconds = time.perf_counter() - started
print(json.dumps({"seconds": seconds, "entries": count, "version": version("django-hordak")}))
