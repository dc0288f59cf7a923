import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('news', '0012_notices'),
        ('satker', '0004_rekap'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AddField(
            model_name='rekapsettings',
            name='data_price',
            field=models.PositiveIntegerField(blank=True, help_text='Rupiah per GB; empty: no sum of money is shown.', null=True, verbose_name='price of data'),
        ),
        migrations.CreateModel(
            name='Traffic',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('month', models.DateField(help_text='Its first day.', verbose_name='month')),
                ('up', models.PositiveBigIntegerField(default=0, verbose_name='sent')),
                ('down', models.PositiveBigIntegerField(default=0, verbose_name='received')),
                ('photos_original', models.PositiveBigIntegerField(default=0, verbose_name='photos before they were made smaller')),
                ('photos_sent', models.PositiveBigIntegerField(default=0, verbose_name='photos as sent')),
                ('requests', models.PositiveBigIntegerField(default=0, verbose_name='requests')),
                ('officer', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='traffic', to=settings.AUTH_USER_MODEL, verbose_name='officer')),
                ('satker', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='traffic', to='satker.satker', verbose_name='unit')),
            ],
            options={
                'verbose_name': 'data traffic',
                'verbose_name_plural': 'data traffic',
                'ordering': ['-month', 'officer'],
                'indexes': [models.Index(fields=['month'], name='traffic_month')],
                'constraints': [models.UniqueConstraint(models.F('officer'), models.F('month'), name='traffic_once_a_month')],
            },
        ),
    ]
