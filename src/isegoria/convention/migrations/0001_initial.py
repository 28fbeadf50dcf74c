"""Every table of the convention."""

import django.db.models.deletion
import isegoria.convention.people.sealed
import isegoria.core.charter.words
import uuid
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
    ]

    operations = [
        migrations.CreateModel(
            name='Account',
            fields=[
                ('password', models.CharField(max_length=128, verbose_name='password')),
                ('last_login', models.DateTimeField(blank=True, null=True, verbose_name='last login')),
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('email', models.EmailField(max_length=254, unique=True, verbose_name='adresse électronique')),
                ('is_active', models.BooleanField(default=True)),
                ('date_joined', models.DateTimeField(null=True)),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='CalendarItem',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('state', models.CharField(default='', editable=False, max_length=20)),
                ('revision', models.PositiveIntegerField(default=0, editable=False)),
                ('lane', models.CharField(choices=[('convention', 'Convention'), ('committee', 'Comité de suivi'), ('services', 'Services de la ville')], default='convention', max_length=12, verbose_name='ligne')),
                ('label', models.CharField(max_length=160, verbose_name='intitulé')),
                ('place', models.CharField(blank=True, max_length=160, verbose_name='lieu')),
                ('detail', models.TextField(blank=True, max_length=1000, verbose_name='précisions')),
                ('window', models.CharField(blank=True, choices=[('preparation', 'preparation'), ('recruitment', 'recruitment'), ('sessions', 'sessions'), ('papers', 'papers'), ('studies', 'studies'), ('council', 'council'), ('follow_up', 'follow_up')], max_length=20, verbose_name='période de la charte')),
                ('source', models.CharField(blank=True, max_length=300, verbose_name='source')),
                ('cancel_reason', models.TextField(blank=True, editable=False, max_length=1000, verbose_name='raison de l’annulation')),
            ],
        ),
        migrations.CreateModel(
            name='Entry',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('convention', models.UUIDField()),
                ('position', models.PositiveBigIntegerField()),
                ('leaf', models.TextField()),
                ('at', models.DateTimeField()),
                ('act', models.CharField(max_length=60)),
                ('subject', models.CharField(max_length=80)),
                ('role', models.CharField(max_length=20)),
                ('seen_by', models.CharField(choices=[('public', 'public'), ('office', 'office'), ('guarantors', 'guarantors')], max_length=12)),
                ('once', models.UUIDField(null=True, unique=True)),
            ],
        ),
        migrations.CreateModel(
            name='Document',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('kind', models.CharField(choices=[('page', 'Page'), ('news', 'Actualité'), ('document', 'Document'), ('deliberation', 'Délibération'), ('letter', 'Lettre'), ('booklet', 'Cahier de formation'), ('minutes', 'Compte rendu'), ('press', 'Dossier de presse'), ('report', 'Rapport ou bilan')], default='document', max_length=16, verbose_name='nature')),
                ('slug', models.SlugField(max_length=80, verbose_name='adresse')),
                ('language', models.CharField(default='fr', max_length=8, verbose_name='langue')),
                ('place', models.CharField(blank=True, choices=[('', 'nulle part en particulier'), ('presentation', 'présentation de la convention'), ('recruitment', 'comment le panel est recruté'), ('commitment', 'ce que la ville promet'), ('guarantee', 'qui garantit la démarche'), ('participate', 'comment suivre et participer'), ('legal', 'mentions légales'), ('privacy', 'données personnelles'), ('accessibility', 'accessibilité')], default='', max_length=16, verbose_name='emplacement')),
                ('fictional', models.BooleanField(default=False, verbose_name='données fictives')),
            ],
        ),
        migrations.CreateModel(
            name='InterestDeclaration',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('state', models.CharField(default='', editable=False, max_length=20)),
                ('revision', models.PositiveIntegerField(default=0, editable=False)),
                ('nothing', models.BooleanField(default=False, verbose_name='rien à déclarer')),
                ('text', models.TextField(blank=True, max_length=4000, verbose_name='intérêts déclarés')),
                ('declared_at', models.DateTimeField(editable=False)),
            ],
            options={
                'ordering': ['-declared_at'],
            },
        ),
        migrations.CreateModel(
            name='LaunchOpinion',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('state', models.CharField(default='', editable=False, max_length=20)),
                ('revision', models.PositiveIntegerField(default=0, editable=False)),
                ('verdict', models.CharField(choices=[('favourable', 'favorable'), ('reservations', 'favorable avec réserves'), ('unfavourable', 'défavorable')], max_length=12, verbose_name='avis')),
                ('text', models.TextField(blank=True, max_length=4000, verbose_name='motifs et demandes')),
                ('given_at', models.DateTimeField(editable=False)),
            ],
            options={
                'ordering': ['-given_at'],
            },
        ),
        migrations.CreateModel(
            name='Log',
            fields=[
                ('convention', models.UUIDField(primary_key=True, serialize=False)),
                ('size', models.PositiveBigIntegerField(default=0)),
                ('frontier', models.BinaryField(default=b'')),
            ],
        ),
        migrations.CreateModel(
            name='MandateVersion',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('state', models.CharField(default='', editable=False, max_length=20)),
                ('revision', models.PositiveIntegerField(default=0, editable=False)),
                ('number', models.PositiveSmallIntegerField(verbose_name='version')),
                ('question', models.TextField(max_length=2000, verbose_name='question posée')),
                ('scope', models.TextField(blank=True, max_length=4000, verbose_name='périmètre')),
                ('commitment', models.TextField(blank=True, max_length=4000, verbose_name='ce que le maître d’ouvrage s’engage à répondre')),
                ('answer_due', models.DateField(blank=True, null=True, verbose_name='réponse attendue au plus tard')),
                ('answer_due_text', models.CharField(blank=True, max_length=120, verbose_name='échéance, telle qu’annoncée')),
                ('panel_min', models.PositiveSmallIntegerField(blank=True, null=True, verbose_name='taille du panel, au moins')),
                ('panel_max', models.PositiveSmallIntegerField(blank=True, null=True, verbose_name='taille du panel, au plus')),
                ('act_reference', models.CharField(max_length=300, verbose_name='référence de l’acte')),
                ('decided_on', models.DateField(verbose_name='date de l’acte')),
                ('precision', models.CharField(choices=[('minute', 'à l’heure près'), ('day', 'au jour près'), ('month', 'au mois près'), ('quarter', 'au trimestre près'), ('year', 'à l’année près')], default='day', max_length=8)),
                ('reason', models.TextField(blank=True, max_length=1000, verbose_name='raison du changement')),
                ('source', models.CharField(blank=True, max_length=300, verbose_name='source')),
                ('recorded_at', models.DateTimeField(editable=False)),
                ('content_sha256', models.CharField(editable=False, max_length=64)),
            ],
            options={
                'ordering': ['convention', 'number'],
            },
        ),
        migrations.CreateModel(
            name='Message',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('state', models.CharField(default='', editable=False, max_length=20)),
                ('revision', models.PositiveIntegerField(default=0, editable=False)),
                ('receipt', models.CharField(max_length=16, unique=True)),
                ('subject_line', isegoria.convention.people.sealed.SealedText(verbose_name='objet')),
                ('body', isegoria.convention.people.sealed.SealedText(verbose_name='message')),
                ('sender_name', isegoria.convention.people.sealed.SealedText(blank=True, verbose_name='votre nom')),
                ('sender_email', isegoria.convention.people.sealed.SealedText(blank=True, verbose_name='votre adresse électronique')),
                ('received_at', models.DateTimeField()),
                ('answer', isegoria.convention.people.sealed.SealedText(blank=True, verbose_name='réponse')),
                ('ended_at', models.DateTimeField(null=True)),
            ],
        ),
        migrations.CreateModel(
            name='Person',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('full_name', models.CharField(max_length=120, verbose_name='nom')),
                ('phone', models.CharField(blank=True, max_length=30, verbose_name='téléphone')),
            ],
        ),
        migrations.CreateModel(
            name='QuotaCell',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('position', models.PositiveSmallIntegerField()),
                ('criterion', models.CharField(max_length=80, verbose_name='critère')),
                ('value', models.CharField(max_length=120, verbose_name='valeur')),
                ('minimum', models.PositiveSmallIntegerField(verbose_name='au moins')),
                ('target', models.PositiveSmallIntegerField(verbose_name='visé')),
                ('maximum', models.PositiveSmallIntegerField(verbose_name='au plus')),
                ('source', models.CharField(blank=True, max_length=300, verbose_name='source')),
            ],
            options={
                'ordering': ['table', 'position'],
            },
        ),
        migrations.CreateModel(
            name='QuotaTable',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('state', models.CharField(default='', editable=False, max_length=20)),
                ('revision', models.PositiveIntegerField(default=0, editable=False)),
                ('number', models.PositiveSmallIntegerField(editable=False)),
                ('panel_size', models.PositiveSmallIntegerField(verbose_name='taille du panel')),
                ('note', models.TextField(blank=True, max_length=1000, verbose_name='remarque affichée')),
                ('reason', models.TextField(blank=True, max_length=1000, verbose_name='raison du changement')),
                ('content_sha256', models.CharField(editable=False, max_length=64)),
                ('recorded_at', models.DateTimeField(editable=False)),
                ('frozen_at', models.DateTimeField(editable=False, null=True)),
            ],
            options={
                'ordering': ['convention', '-number'],
            },
        ),
        migrations.CreateModel(
            name='RoundTable',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('state', models.CharField(default='', editable=False, max_length=20)),
                ('revision', models.PositiveIntegerField(default=0, editable=False)),
                ('title', models.CharField(max_length=200, verbose_name='titre')),
                ('summary', models.TextField(blank=True, max_length=2000, verbose_name='présentation')),
                ('starts', models.DateTimeField(blank=True, null=True, verbose_name='début')),
                ('place', models.CharField(blank=True, max_length=160, verbose_name='lieu')),
                ('video_url', models.URLField(blank=True, verbose_name='lien vers la vidéo')),
                ('subtitled', models.BooleanField(default=False, verbose_name='vidéo sous-titrée')),
                ('transcript', models.TextField(blank=True, verbose_name='transcription')),
                ('slides_url', models.URLField(blank=True, verbose_name='lien vers les supports')),
                ('cancel_reason', models.TextField(blank=True, editable=False, max_length=600, verbose_name='raison de l’annulation')),
                ('source', models.CharField(blank=True, max_length=300, verbose_name='source')),
                ('fictional', models.BooleanField(default=False, verbose_name='données fictives')),
            ],
        ),
        migrations.CreateModel(
            name='Seat',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('state', models.CharField(default='', editable=False, max_length=20)),
                ('revision', models.PositiveIntegerField(default=0, editable=False)),
                ('name', models.CharField(blank=True, max_length=120, verbose_name='nom affiché')),
                ('function', models.CharField(blank=True, max_length=160, verbose_name='fonction')),
                ('organisation', models.CharField(blank=True, max_length=160, verbose_name='organisation')),
                ('group', models.CharField(blank=True, max_length=120, verbose_name='groupe politique')),
                ('college', models.CharField(blank=True, max_length=80, verbose_name='collège')),
                ('domains', models.JSONField(blank=True, default=list, verbose_name='domaines')),
                ('since', models.DateField(blank=True, null=True, verbose_name='depuis')),
                ('until', models.DateField(blank=True, null=True, verbose_name='jusqu’au')),
                ('end_reason', models.TextField(blank=True, max_length=600, verbose_name='raison de la fin')),
                ('note', models.CharField(blank=True, max_length=300, verbose_name='remarque affichée')),
                ('source', models.CharField(blank=True, max_length=300, verbose_name='source')),
            ],
        ),
        migrations.CreateModel(
            name='Speaker',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('position', models.PositiveSmallIntegerField()),
                ('name', models.CharField(max_length=120, verbose_name='nom')),
                ('function', models.CharField(blank=True, max_length=160, verbose_name='fonction')),
                ('organisation', models.CharField(blank=True, max_length=160, verbose_name='organisation')),
            ],
            options={
                'ordering': ['round_table', 'position'],
            },
        ),
        migrations.CreateModel(
            name='Subscription',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('state', models.CharField(default='', editable=False, max_length=20)),
                ('revision', models.PositiveIntegerField(default=0, editable=False)),
                ('email', isegoria.convention.people.sealed.SealedText(blank=True)),
                ('email_sha256', models.CharField(max_length=64)),
                ('confirmed_at', models.DateTimeField()),
            ],
        ),
        migrations.CreateModel(
            name='Version',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('state', models.CharField(default='', editable=False, max_length=20)),
                ('revision', models.PositiveIntegerField(default=0, editable=False)),
                ('number', models.PositiveSmallIntegerField(editable=False)),
                ('title', models.CharField(max_length=200, verbose_name='titre')),
                ('summary', models.TextField(blank=True, max_length=600, verbose_name='résumé')),
                ('body', models.TextField(blank=True, verbose_name='texte, en Markdown')),
                ('dated', models.DateField(blank=True, null=True, verbose_name='date du document')),
                ('precision', models.CharField(choices=[('minute', 'à l’heure près'), ('day', 'au jour près'), ('month', 'au mois près'), ('quarter', 'au trimestre près'), ('year', 'à l’année près')], default='day', max_length=8, verbose_name='précision de la date')),
                ('source', models.CharField(blank=True, max_length=300, verbose_name='source')),
                ('change', models.CharField(blank=True, max_length=300, verbose_name='ce qui change dans cette version')),
                ('file', models.FileField(blank=True, upload_to='documents/%Y/', verbose_name='fichier')),
                ('file_name', models.CharField(blank=True, editable=False, max_length=160)),
                ('media_type', models.CharField(blank=True, editable=False, max_length=80)),
                ('size', models.PositiveBigIntegerField(default=0, editable=False)),
                ('file_sha256', models.CharField(blank=True, editable=False, max_length=64)),
                ('text_alternative', models.TextField(blank=True, max_length=20000, verbose_name='équivalent textuel du fichier')),
                ('plain_body', models.TextField(blank=True, verbose_name='version simple')),
                ('plain_status', models.CharField(blank=True, choices=[('', 'pas de version simple'), ('simplified', 'langage simplifié'), ('falc', 'FALC, relu par des personnes concernées')], default='', max_length=10, verbose_name='statut de la version simple')),
                ('plain_readers', models.CharField(blank=True, max_length=200, verbose_name='relue par')),
                ('plain_since', models.PositiveSmallIntegerField(editable=False, null=True)),
                ('content_sha256', models.CharField(blank=True, editable=False, max_length=64)),
                ('recorded_at', models.DateTimeField(editable=False)),
                ('published_at', models.DateTimeField(editable=False, null=True)),
                ('withdrawn_at', models.DateTimeField(editable=False, null=True)),
                ('withdrawal_reason', models.TextField(blank=True, editable=False, max_length=600, verbose_name='raison du retrait')),
            ],
            options={
                'ordering': ['document', '-number'],
            },
        ),
        migrations.CreateModel(
            name='CalendarDate',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('number', models.PositiveSmallIntegerField()),
                ('nature', models.CharField(choices=[('planned', 'prévu'), ('actual', 'réel')], max_length=8)),
                ('starts', models.DateTimeField(verbose_name='début')),
                ('ends', models.DateTimeField(verbose_name='fin')),
                ('precision', models.CharField(choices=[('minute', 'à l’heure près'), ('day', 'au jour près'), ('month', 'au mois près'), ('quarter', 'au trimestre près'), ('year', 'à l’année près')], default='day', max_length=8, verbose_name='précision')),
                ('reason', models.TextField(blank=True, max_length=1000, verbose_name='raison')),
                ('source', models.CharField(blank=True, max_length=300, verbose_name='source')),
                ('recorded_at', models.DateTimeField()),
                ('item', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='dates', to='convention.calendaritem')),
            ],
            options={
                'ordering': ['item', 'number'],
            },
        ),
        migrations.CreateModel(
            name='Convention',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('state', models.CharField(default='', editable=False, max_length=20)),
                ('revision', models.PositiveIntegerField(default=0, editable=False)),
                ('slug', models.SlugField(max_length=60, unique=True, verbose_name='adresse')),
                ('title', models.CharField(max_length=160, verbose_name='titre')),
                ('commissioner', models.CharField(max_length=160, verbose_name='maître d’ouvrage')),
                ('lede', models.TextField(blank=True, max_length=600, verbose_name='présentation en deux phrases')),
                ('question', models.TextField(blank=True, max_length=600, verbose_name='question posée, en mots simples')),
                ('notice', models.TextField(blank=True, max_length=400, verbose_name='avertissement affiché sur chaque page')),
                ('themes', models.JSONField(blank=True, default=list, verbose_name='thèmes')),
                ('time_zone', models.CharField(default='Europe/Paris', max_length=40, verbose_name='fuseau horaire')),
                ('language', models.CharField(default='fr', max_length=8, verbose_name='langue')),
                ('accent', models.CharField(blank=True, max_length=7, verbose_name='couleur d’accent')),
                ('answer_days', models.PositiveSmallIntegerField(default=15, verbose_name='délai annoncé de réponse des garants, en jours')),
                ('charter', models.CharField(default='isegoria-1', editable=False, max_length=40)),
                ('fictional', models.BooleanField(default=False, verbose_name='données fictives')),
                ('passed_over', models.JSONField(blank=True, default=list, editable=False)),
                ('passed_over_reason', models.TextField(blank=True, editable=False)),
                ('launched_at', models.DateTimeField(editable=False, null=True)),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(('state__in', ('deliberated', 'draft', 'follow_up', 'in_session', 'launched', 'prepared', 'proposals_delivered', 'recruiting', 'under_study'))), name='a_convention_is_in_a_chartered_state'), models.CheckConstraint(condition=models.Q(models.Q(('passed_over', []), ('passed_over_reason', '')), models.Q(('passed_over_reason', ''), _negated=True), _connector='OR'), name='a_gate_is_passed_over_with_a_reason')],
            },
        ),
        migrations.AddField(
            model_name='calendaritem',
            name='convention',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='calendar', to='convention.convention'),
        ),
        migrations.CreateModel(
            name='Body',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('state', models.CharField(default='', editable=False, max_length=20)),
                ('revision', models.PositiveIntegerField(default=0, editable=False)),
                ('type', models.CharField(choices=[('committee', 'Comité de suivi'), ('experts', 'Groupe d’experts'), ('guarantors', 'Garants'), ('facilitator', 'Animation'), ('recruiter', 'Recrutement'), ('team', 'Équipe projet')], max_length=12, verbose_name='type')),
                ('name', models.CharField(max_length=120, verbose_name='nom')),
                ('mission', models.TextField(blank=True, max_length=4000, verbose_name='mission')),
                ('domains', models.JSONField(blank=True, default=list, verbose_name='domaines annoncés')),
                ('note', models.TextField(blank=True, max_length=1000, verbose_name='remarque affichée')),
                ('source', models.CharField(blank=True, max_length=300, verbose_name='source')),
                ('convention', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='bodies', to='convention.convention')),
            ],
        ),
        migrations.CreateModel(
            name='Appointment',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('state', models.CharField(default='', editable=False, max_length=20)),
                ('revision', models.PositiveIntegerField(default=0, editable=False)),
                ('role', models.CharField(choices=[('anyone', 'anyone'), ('host', 'host'), ('administrator', 'administrator'), ('organiser', 'organiser'), ('guarantor', 'guarantor'), ('committee', 'committee'), ('expert', 'expert'), ('facilitator', 'facilitator'), ('recruiter', 'recruiter'), ('partner', 'partner'), ('stakeholder', 'stakeholder'), ('service', 'service'), ('councillor', 'councillor'), ('member', 'member'), ('evaluator', 'evaluator')], max_length=20, verbose_name='rôle')),
                ('since', models.DateTimeField(verbose_name='à partir du')),
                ('until', models.DateTimeField(blank=True, null=True, verbose_name='jusqu’au')),
                ('account', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='appointments', to=settings.AUTH_USER_MODEL)),
                ('convention', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='appointments', to='convention.convention')),
            ],
        ),
        migrations.CreateModel(
            name='Deed',
            fields=[
                ('entry', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, primary_key=True, related_name='deed', serialize=False, to='convention.entry')),
            ],
        ),
        migrations.CreateModel(
            name='Disclosure',
            fields=[
                ('entry', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, primary_key=True, related_name='disclosure', serialize=False, to='convention.entry')),
                ('salt', models.BinaryField()),
                ('body', models.TextField()),
            ],
        ),
        migrations.AddIndex(
            model_name='entry',
            index=models.Index(fields=['convention', 'act', 'position'], name='entry_by_act'),
        ),
        migrations.AddIndex(
            model_name='entry',
            index=models.Index(fields=['convention', 'subject'], name='entry_by_subject'),
        ),
        migrations.AddConstraint(
            model_name='entry',
            constraint=models.UniqueConstraint(fields=('convention', 'position'), name='the_journal_has_no_fork'),
        ),
        migrations.AddField(
            model_name='document',
            name='convention',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='documents', to='convention.convention'),
        ),
        migrations.AddField(
            model_name='launchopinion',
            name='convention',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='opinions', to='convention.convention'),
        ),
        migrations.AddField(
            model_name='mandateversion',
            name='convention',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='mandates', to='convention.convention'),
        ),
        migrations.AddField(
            model_name='message',
            name='convention',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='messages', to='convention.convention'),
        ),
        migrations.AddField(
            model_name='account',
            name='person',
            field=models.OneToOneField(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='account', to='convention.person'),
        ),
        migrations.AddField(
            model_name='quotatable',
            name='convention',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='quota_tables', to='convention.convention'),
        ),
        migrations.AddField(
            model_name='quotacell',
            name='table',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='cells', to='convention.quotatable'),
        ),
        migrations.AddField(
            model_name='roundtable',
            name='convention',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='round_tables', to='convention.convention'),
        ),
        migrations.AddField(
            model_name='seat',
            name='body',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='seats', to='convention.body'),
        ),
        migrations.AddField(
            model_name='seat',
            name='person',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='seats', to='convention.person'),
        ),
        migrations.AddField(
            model_name='launchopinion',
            name='signed_by',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='opinions', to='convention.seat'),
        ),
        migrations.AddField(
            model_name='interestdeclaration',
            name='seat',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='declarations', to='convention.seat'),
        ),
        migrations.AddField(
            model_name='speaker',
            name='round_table',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='speakers', to='convention.roundtable'),
        ),
        migrations.AddField(
            model_name='subscription',
            name='convention',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='subscriptions', to='convention.convention'),
        ),
        migrations.AddField(
            model_name='version',
            name='document',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='versions', to='convention.document'),
        ),
        migrations.AddConstraint(
            model_name='calendardate',
            constraint=models.UniqueConstraint(fields=('item', 'number'), name='dates_follow_each_other'),
        ),
        migrations.AddConstraint(
            model_name='calendardate',
            constraint=models.UniqueConstraint(condition=models.Q(('nature', 'actual')), fields=('item',), name='a_thing_happens_once'),
        ),
        migrations.AddConstraint(
            model_name='calendardate',
            constraint=models.CheckConstraint(condition=models.Q(('starts__lte', models.F('ends'))), name='an_end_comes_after_its_start'),
        ),
        migrations.AddConstraint(
            model_name='calendardate',
            constraint=models.CheckConstraint(condition=models.Q(('number', 1), ('nature', 'actual'), models.Q(('reason', ''), _negated=True), _connector='OR'), name='a_change_of_date_says_why'),
        ),
        migrations.AddConstraint(
            model_name='calendaritem',
            constraint=models.CheckConstraint(condition=models.Q(('state__in', ('cancelled', 'held', 'planned'))), name='a_calendar_is_in_a_chartered_state'),
        ),
        migrations.AddConstraint(
            model_name='calendaritem',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('state', 'cancelled'), _negated=True), models.Q(('cancel_reason', ''), _negated=True), _connector='OR'), name='a_cancelled_date_says_why'),
        ),
        migrations.AddConstraint(
            model_name='calendaritem',
            constraint=models.UniqueConstraint(condition=models.Q(models.Q(('window', ''), _negated=True), models.Q(('state', 'cancelled'), _negated=True)), fields=('convention', 'window'), name='a_window_is_dated_once'),
        ),
        migrations.AddConstraint(
            model_name='body',
            constraint=models.CheckConstraint(condition=models.Q(('state__in', ('active',))), name='a_body_is_in_a_chartered_state'),
        ),
        migrations.AddConstraint(
            model_name='body',
            constraint=models.UniqueConstraint(fields=('convention', 'name'), name='bodies_have_distinct_names'),
        ),
        migrations.AddConstraint(
            model_name='appointment',
            constraint=models.CheckConstraint(condition=models.Q(('state__in', ('ended', 'held'))), name='a_appointment_is_in_a_chartered_state'),
        ),
        migrations.AddConstraint(
            model_name='appointment',
            constraint=models.UniqueConstraint(condition=models.Q(('state', 'held')), fields=('account', 'convention', 'role'), name='one_appointment_each'),
        ),
        migrations.AddConstraint(
            model_name='appointment',
            constraint=models.UniqueConstraint(condition=models.Q(('convention__isnull', True), ('state', 'held')), fields=('account', 'role'), name='one_appointment_each_in_the_instance'),
        ),
        migrations.AddConstraint(
            model_name='appointment',
            constraint=models.CheckConstraint(condition=models.Q(('until__isnull', True), ('since__lte', models.F('until')), _connector='OR'), name='an_appointment_ends_after_it_begins'),
        ),
        migrations.AddConstraint(
            model_name='appointment',
            constraint=models.CheckConstraint(condition=models.Q(('convention__isnull', False), ('role__in', [isegoria.core.charter.words.Role['ADMINISTRATOR'], isegoria.core.charter.words.Role['ORGANISER']]), _connector='OR'), name='the_instance_has_administrators_and_organisers_only'),
        ),
        migrations.AddConstraint(
            model_name='appointment',
            constraint=models.CheckConstraint(condition=models.Q(('convention__isnull', True), models.Q(('role', isegoria.core.charter.words.Role['ADMINISTRATOR']), _negated=True), _connector='OR'), name='an_administrator_is_the_whole_instances'),
        ),
        migrations.AddConstraint(
            model_name='appointment',
            constraint=models.CheckConstraint(condition=models.Q(('role__in', [isegoria.core.charter.words.Role['HOST'], isegoria.core.charter.words.Role['ANYONE']]), _negated=True), name='nobody_is_appointed_host_or_anyone'),
        ),
        migrations.AddField(
            model_name='deed',
            name='actor',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='deeds', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='deed',
            name='on_behalf_of',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='deeds_done_for', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddIndex(
            model_name='document',
            index=models.Index(fields=['convention', 'kind'], name='documents_by_kind'),
        ),
        migrations.AddConstraint(
            model_name='document',
            constraint=models.UniqueConstraint(fields=('convention', 'slug', 'language'), name='an_address_is_one_document'),
        ),
        migrations.AddConstraint(
            model_name='document',
            constraint=models.UniqueConstraint(condition=models.Q(('place', ''), _negated=True), fields=('convention', 'place', 'language'), name='a_place_shows_one_document'),
        ),
        migrations.AddConstraint(
            model_name='mandateversion',
            constraint=models.CheckConstraint(condition=models.Q(('state__in', ('adopted',))), name='a_mandate_is_in_a_chartered_state'),
        ),
        migrations.AddConstraint(
            model_name='mandateversion',
            constraint=models.UniqueConstraint(fields=('convention', 'number'), name='mandate_versions_follow_each_other'),
        ),
        migrations.AddConstraint(
            model_name='mandateversion',
            constraint=models.CheckConstraint(condition=models.Q(('number', 1), models.Q(('reason', ''), _negated=True), _connector='OR'), name='a_new_mandate_says_why'),
        ),
        migrations.AddConstraint(
            model_name='mandateversion',
            constraint=models.CheckConstraint(condition=models.Q(('panel_min__isnull', True), ('panel_min__lte', models.F('panel_max')), _connector='OR'), name='a_panel_has_a_least_and_a_most_size'),
        ),
        migrations.AddIndex(
            model_name='message',
            index=models.Index(fields=['convention', 'state', 'received_at'], name='mailbox'),
        ),
        migrations.AddConstraint(
            model_name='message',
            constraint=models.CheckConstraint(condition=models.Q(('state__in', ('answered', 'closed', 'received'))), name='a_message_is_in_a_chartered_state'),
        ),
        migrations.AddConstraint(
            model_name='message',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('ended_at__isnull', True), ('state', 'received')), models.Q(models.Q(('state', 'received'), _negated=True), ('ended_at__isnull', False)), _connector='OR'), name='an_ended_message_says_when'),
        ),
        migrations.AddConstraint(
            model_name='quotatable',
            constraint=models.CheckConstraint(condition=models.Q(('state__in', ('discarded', 'draft', 'frozen', 'replaced'))), name='a_quotas_is_in_a_chartered_state'),
        ),
        migrations.AddConstraint(
            model_name='quotatable',
            constraint=models.UniqueConstraint(fields=('convention', 'number'), name='quota_tables_follow_each_other'),
        ),
        migrations.AddConstraint(
            model_name='quotatable',
            constraint=models.UniqueConstraint(condition=models.Q(('state', 'frozen')), fields=('convention',), name='one_quota_table_is_in_force'),
        ),
        migrations.AddConstraint(
            model_name='quotatable',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('state__in', ['frozen', 'replaced']), _negated=True), ('frozen_at__isnull', False), _connector='OR'), name='a_frozen_table_says_when'),
        ),
        migrations.AddConstraint(
            model_name='quotacell',
            constraint=models.UniqueConstraint(fields=('table', 'position'), name='cells_are_in_order'),
        ),
        migrations.AddConstraint(
            model_name='quotacell',
            constraint=models.UniqueConstraint(fields=('table', 'criterion', 'value'), name='a_cell_is_written_once'),
        ),
        migrations.AddConstraint(
            model_name='quotacell',
            constraint=models.CheckConstraint(condition=models.Q(('minimum__lte', models.F('target')), ('target__lte', models.F('maximum'))), name='a_target_lies_between_its_bounds'),
        ),
        migrations.AddConstraint(
            model_name='roundtable',
            constraint=models.CheckConstraint(condition=models.Q(('state__in', ('announced', 'cancelled', 'held'))), name='a_roundtable_is_in_a_chartered_state'),
        ),
        migrations.AddConstraint(
            model_name='roundtable',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('state', 'held'), _negated=True), ('video_url', ''), models.Q(('transcript', ''), _negated=True), _connector='OR'), name='a_recording_has_its_transcript'),
        ),
        migrations.AddConstraint(
            model_name='roundtable',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('state', 'cancelled'), _negated=True), models.Q(('cancel_reason', ''), _negated=True), _connector='OR'), name='a_cancelled_round_table_says_why'),
        ),
        migrations.AddConstraint(
            model_name='seat',
            constraint=models.CheckConstraint(condition=models.Q(('state__in', ('ended', 'held'))), name='a_seat_is_in_a_chartered_state'),
        ),
        migrations.AddConstraint(
            model_name='seat',
            constraint=models.CheckConstraint(condition=models.Q(('since__isnull', True), ('until__isnull', True), ('since__lte', models.F('until')), _connector='OR'), name='a_seat_ends_after_it_begins'),
        ),
        migrations.AddConstraint(
            model_name='seat',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('state', 'ended'), _negated=True), models.Q(('until__isnull', False), models.Q(('end_reason', ''), _negated=True)), _connector='OR'), name='an_ended_seat_says_when_and_why'),
        ),
        migrations.AddConstraint(
            model_name='launchopinion',
            constraint=models.CheckConstraint(condition=models.Q(('state__in', ('given',))), name='a_opinion_is_in_a_chartered_state'),
        ),
        migrations.AddConstraint(
            model_name='launchopinion',
            constraint=models.CheckConstraint(condition=models.Q(('verdict', 'favourable'), models.Q(('text', ''), _negated=True), _connector='OR'), name='an_opinion_with_reserves_is_reasoned'),
        ),
        migrations.AddConstraint(
            model_name='interestdeclaration',
            constraint=models.CheckConstraint(condition=models.Q(('state__in', ('declared',))), name='a_interest_is_in_a_chartered_state'),
        ),
        migrations.AddConstraint(
            model_name='interestdeclaration',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('nothing', True), ('text', '')), models.Q(('nothing', False), models.Q(('text', ''), _negated=True)), _connector='OR'), name='a_declaration_says_something_or_nothing'),
        ),
        migrations.AddConstraint(
            model_name='speaker',
            constraint=models.UniqueConstraint(fields=('round_table', 'position'), name='speakers_are_in_order'),
        ),
        migrations.AddConstraint(
            model_name='subscription',
            constraint=models.CheckConstraint(condition=models.Q(('state__in', ('active', 'ended'))), name='a_subscription_is_in_a_chartered_state'),
        ),
        migrations.AddConstraint(
            model_name='subscription',
            constraint=models.UniqueConstraint(condition=models.Q(('state', 'active')), fields=('convention', 'email_sha256'), name='one_subscription_each'),
        ),
        migrations.AddIndex(
            model_name='version',
            index=models.Index(fields=['state', '-published_at'], name='versions_by_date'),
        ),
        migrations.AddConstraint(
            model_name='version',
            constraint=models.CheckConstraint(condition=models.Q(('state__in', ('abandoned', 'draft', 'published', 'superseded', 'validated', 'withdrawn'))), name='a_version_is_in_a_chartered_state'),
        ),
        migrations.AddConstraint(
            model_name='version',
            constraint=models.UniqueConstraint(fields=('document', 'number'), name='versions_follow_each_other'),
        ),
        migrations.AddConstraint(
            model_name='version',
            constraint=models.UniqueConstraint(condition=models.Q(('state', 'published')), fields=('document',), name='one_version_is_current'),
        ),
        migrations.AddConstraint(
            model_name='version',
            constraint=models.UniqueConstraint(condition=models.Q(('state__in', ['draft', 'validated'])), fields=('document',), name='one_version_is_under_way'),
        ),
        migrations.AddConstraint(
            model_name='version',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('state__in', ['published', 'superseded']), _negated=True), ('published_at__isnull', False), _connector='OR'), name='a_published_version_says_when'),
        ),
        migrations.AddConstraint(
            model_name='version',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('state', 'withdrawn'), _negated=True), models.Q(('withdrawn_at__isnull', False), models.Q(('withdrawal_reason', ''), _negated=True)), _connector='OR'), name='a_tombstone_says_when_and_why'),
        ),
        migrations.AddConstraint(
            model_name='version',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('plain_status', 'falc'), _negated=True), models.Q(('plain_readers', ''), _negated=True), _connector='OR'), name='falc_names_its_readers'),
        ),
        migrations.AddConstraint(
            model_name='version',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('plain_body', ''), ('plain_status', '')), models.Q(models.Q(('plain_body', ''), _negated=True), models.Q(('plain_status', ''), _negated=True)), _connector='OR'), name='a_simple_version_has_a_status'),
        ),
    ]
