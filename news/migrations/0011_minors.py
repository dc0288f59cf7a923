"""Children in a story, and requests to take a name out of one; the rule of the house style that reminds."""


import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

WHY = "UU 27/2022 pasal 25 dan 26: data anak dan penyandang disabilitas hanya dengan persetujuan orang tua atau wali."


def add_rule(apps, schema_editor):
    apps.get_model("news", "StyleRule").objects.get_or_create(of="minors", defaults={"why": WHY})


class Migration(migrations.Migration):

    dependencies = [
        ('news', '0010_photos'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AddField(
            model_name='photo',
            name='minor',
            field=models.BooleanField(default=False, editable=False, verbose_name='shows a minor'),
        ),
        migrations.AlterField(
            model_name='stylerule',
            name='of',
            field=models.CharField(choices=[('title_words', 'Title: words at most'), ('title_length', 'Title: characters at most'), ('title_capitals', 'Title: not in capitals only'), ('lead_length', 'Lead: characters at most'), ('lead_missing', 'Lead: written'), ('body_words', 'Text: words at least'), ('photo', 'Photo with caption and description'), ('photo_name', 'Caption: not the name of a file'), ('programme', 'Programme chosen'), ('quote_source', 'Quotation: says who spoke'), ('minors', 'Children: consent written down')], max_length=16, unique=True, verbose_name='rule'),
        ),
        migrations.RunPython(add_rule, migrations.RunPython.noop),
        migrations.CreateModel(
            name='Consent',
            fields=[
                ('article', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, primary_key=True, related_name='consent', serialize=False, to='news.article', verbose_name='article')),
                ('mark', models.CharField(blank=True, choices=[('none', 'No minor or vulnerable person can be recognised'), ('shown', 'A minor or a vulnerable person is named or shown')], max_length=5, verbose_name='minors')),
                ('given_by', models.CharField(blank=True, max_length=160, verbose_name='consent given by')),
                ('relation', models.CharField(blank=True, choices=[('parent', 'Parent'), ('guardian', 'Guardian'), ('school', 'School or home, for the parents'), ('person', 'The person, who is of age')], max_length=8, verbose_name='relation')),
                ('given_on', models.DateField(blank=True, null=True, verbose_name='given on')),
                ('kept_at', models.CharField(blank=True, max_length=160, verbose_name='where the paper is kept')),
                ('covers', models.CharField(blank=True, choices=[('name', 'The name'), ('photo', 'The photo'), ('both', 'Name and photo')], max_length=5, verbose_name='for')),
                ('entered_at', models.DateTimeField(verbose_name='entered at')),
                ('entered_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='entered by')),
            ],
            options={
                'verbose_name': 'consent',
                'verbose_name_plural': 'consents',
            },
        ),
        migrations.CreateModel(
            name='ConsentChange',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('at', models.DateTimeField(verbose_name='at')),
                ('parts', models.JSONField(verbose_name='what changed')),
                ('mark', models.CharField(blank=True, choices=[('none', 'No minor or vulnerable person can be recognised'), ('shown', 'A minor or a vulnerable person is named or shown')], max_length=5, verbose_name='minors')),
                ('article', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='consent_changes', to='news.article', verbose_name='article')),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='by')),
            ],
            options={
                'verbose_name': 'change of a consent',
                'verbose_name_plural': 'changes of consents',
                'ordering': ['at', 'id'],
            },
        ),
        migrations.CreateModel(
            name='RemovalRequest',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(blank=True, max_length=120, verbose_name='name')),
                ('capacity', models.CharField(choices=[('person', 'I am this person'), ('guardian', 'I am the parent or guardian'), ('other', 'I write for somebody else')], max_length=8, verbose_name='in what capacity')),
                ('why', models.CharField(choices=[('minor', 'The person is or was a child'), ('consent', 'Nobody was asked for consent'), ('harm', 'The story harms the person'), ('wrong', 'The name is wrong, or of somebody else'), ('other', 'Another reason')], max_length=8, verbose_name='reason')),
                ('words', models.TextField(blank=True, max_length=1000, verbose_name='more about it')),
                ('contact', models.CharField(blank=True, max_length=160, verbose_name='e-mail or telephone')),
                ('asked_at', models.DateTimeField(verbose_name='asked at')),
                ('granted', models.BooleanField(null=True, verbose_name='granted')),
                ('answer', models.CharField(blank=True, max_length=500, verbose_name='answer')),
                ('answered_at', models.DateTimeField(null=True, verbose_name='answered at')),
                ('forgotten_at', models.DateTimeField(null=True, verbose_name='name and contact deleted at')),
                ('answered_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='answered by')),
                ('article', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='removal_requests', to='news.article', verbose_name='article')),
            ],
            options={
                'verbose_name': 'request to remove a name',
                'verbose_name_plural': 'requests to remove a name',
                'ordering': ['-asked_at', '-id'],
            },
        ),
        migrations.CreateModel(
            name='NameCleaning',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('at', models.DateTimeField(verbose_name='at')),
                ('places', models.PositiveIntegerField(verbose_name='places')),
                ('words', models.SmallIntegerField(default=0, verbose_name='words fewer')),
                ('article', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='cleanings', to='news.article', verbose_name='article')),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='by')),
                ('request', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='cleaning', to='news.removalrequest', verbose_name='request to remove a name')),
            ],
            options={
                'verbose_name': 'removed name',
                'verbose_name_plural': 'removed names',
                'ordering': ['at', 'id'],
            },
        ),
        migrations.AddIndex(
            model_name='removalrequest',
            index=models.Index(fields=['-asked_at', '-id'], name='removal_newest'),
        ),
        migrations.AddIndex(
            model_name='removalrequest',
            index=models.Index(condition=models.Q(('granted', None)), fields=['article'], name='removal_waiting'),
        ),
        migrations.AddConstraint(
            model_name='removalrequest',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('answered_at', None), ('granted', None)), models.Q(('granted__isnull', False), models.Q(('answered_at', None), _negated=True)), _connector='OR'), name='removal_answered_whole'),
        ),
    ]
