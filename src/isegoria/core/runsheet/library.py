"""The library of methods, in our own words: each can be done as it is, and changed.

What a method is called elsewhere is kept where facilitators know it by that name.
"""

from isegoria.core.runsheet.methods import Method
from isegoria.core.runsheet.words import Modality, Need, Output
from isegoria.core.sentences import _

WRITTEN, ORAL, DRAWING, MOVEMENT = Modality

# fmt: off
METHODS = (
    Method(
        key="plenary", name=_("Plénière"),
        goes=_("Tout le monde écoute ensemble : un accueil, une consigne, un retour des tables. Peu de personnes parlent, et peu de temps. Gardez toujours un moment pour les questions."),
        minutes=20, modalities=frozenset({ORAL}), output=Output.NOTHING,
        materials=_("Micro, horloge visible de tous, consigne affichée en grand."),
        equivalents={
            Need.REMOTE: _("Lien vidéo avec le son de la salle ; quelqu’un lit à voix haute les questions écrites en ligne."),
            Need.PHONE: _("Appel au numéro de la séance : on entend la salle, et la parole est donnée au téléphone à chaque tour."),
            Need.HEARING: _("Sous-titres en direct ou interprète en langue des signes, boucle magnétique, place près de l’écran."),
            Need.SIGHT: _("Tout ce qui est montré est dit à voix haute ; le texte est envoyé avant, en grands caractères."),
            Need.READING: _("Rien à lire : la consigne est dite, puis redite avec un exemple."),
            Need.MOVING: _("Places près de l’entrée, avec de l’espace pour un fauteuil ; le micro va vers la personne."),
        },
    ),
    Method(
        key="go_round", name=_("Tour de parole"),
        goes=_("Chacun parle une fois, une minute, dans l’ordre du cercle. On peut passer son tour et parler à la fin. Personne ne répond avant que tous aient parlé."),
        minutes=20, modalities=frozenset({ORAL}), output=Output.CARDS,
        materials=_("Sablier ou minuteur, cartes et feutres pour la personne qui note."),
        equivalents={
            Need.REMOTE: _("L’ordre de parole est affiché à l’écran ; chacun parle à son tour."),
            Need.PHONE: _("L’animation appelle chaque carte par son numéro, les personnes au téléphone d’abord."),
            Need.HEARING: _("Une seule personne parle à la fois, face au groupe ; quelqu’un écrit les mots importants à la vue de tous."),
            Need.SIGHT: _("Chacun dit son numéro de carte avant de parler."),
            Need.READING: _("Rien à lire ni à écrire : une autre personne note."),
            Need.MOVING: _("On reste assis ; le micro passe de main en main, ou quelqu’un le tient."),
        },
    ),
    Method(
        key="moving_debate", name=_("Débat mouvant"),
        goes=_("Affichez une phrase qui affirme, jamais une question. Chacun se place d’un côté de la salle ou de l’autre, ou au milieu s’il doute. Un argument à la fois, un côté puis l’autre ; on change de côté quand on veut. Comptez les places au début et à la fin, sans noms."),
        minutes=30, modalities=frozenset({MOVEMENT, ORAL}), output=Output.POSITIONS,
        materials=_("Un espace vide, une ligne au sol, la phrase écrite en grand."),
        equivalents={
            Need.REMOTE: _("Chacun montre une carte de couleur devant sa caméra, ou répond à un sondage sans nom ; ces nombres s’ajoutent à ceux de la salle."),
            Need.PHONE: _("La personne dit « pour », « contre » ou « je doute » ; quelqu’un la place dans la salle et lui décrit ce qui bouge."),
            Need.HEARING: _("La phrase reste affichée ; chaque argument est résumé par écrit au tableau."),
            Need.SIGHT: _("La salle est décrite, et quelqu’un guide ; ou bien on reste en place et on lève une carte à la forme facile à reconnaître."),
            Need.READING: _("La phrase est lue deux fois à voix haute, avec un exemple."),
            Need.MOVING: _("Version assise pour tout le groupe : chacun lève une carte de couleur, et en change quand il change d’avis."),
        },
    ),
    Method(
        key="world_cafe", name=_("World Café"),
        goes=_("Des tables de quatre ou cinq personnes, une question par table. Toutes les 20 minutes, on change de table ; une personne reste et raconte ce qui s’est dit. Chaque table écrit et dessine sur sa grande feuille."),
        minutes=60, modalities=frozenset({ORAL, WRITTEN}), output=Output.SHEET, rounds=3,
        materials=_("Une grande feuille et des feutres par table, la question écrite, un minuteur."),
        equivalents={
            Need.REMOTE: _("Une salle en ligne par table, avec une personne qui reste et qui écrit sur une feuille partagée."),
            Need.PHONE: _("Une table au téléphone : un appel à quatre ou cinq, et quelqu’un qui note pour le groupe."),
            Need.HEARING: _("Une table dans un endroit calme ; la personne qui reste résume par écrit."),
            Need.SIGHT: _("La feuille de la table est lue à voix haute à chaque changement."),
            Need.READING: _("On parle, une autre personne écrit ; un dessin compte autant qu’une phrase."),
            Need.MOVING: _("La personne garde sa table et les autres tournent ; elle peut être celle qui reste et raconte."),
        },
    ),
    Method(
        key="metaplan", name=_("Metaplan : une idée par carte"),
        goes=_("Chacun écrit seul, une idée par carte, en quelques mots que l’on peut lire de loin. On colle les cartes au mur, on rapproche celles qui se ressemblent, on donne un titre à chaque groupe."),
        minutes=30, modalities=frozenset({WRITTEN}), output=Output.CARDS,
        materials=_("Grandes cartes, feutres épais, mur ou panneau, pâte adhésive."),
        equivalents={
            Need.REMOTE: _("Un tableau partagé en ligne, une idée par note ; quelqu’un recopie les notes au mur."),
            Need.PHONE: _("La personne dicte ses cartes, une idée à la fois ; on lui relit les titres des groupes."),
            Need.HEARING: _("La consigne et les titres des groupes sont écrits au mur au fur et à mesure."),
            Need.SIGHT: _("Les cartes se dictent ; chaque carte est lue à voix haute quand on la colle."),
            Need.READING: _("Les cartes se dictent ou se dessinent ; chaque carte est lue à voix haute."),
            Need.MOVING: _("Les cartes se posent sur la table ; une autre personne les porte au mur."),
        },
    ),
    Method(
        key="photolangage", name=_("Photolangage : parler à partir d’une image"),
        goes=_("Étalez des images variées. Chacun en choisit une qui répond à la question, puis dit pourquoi en une ou deux phrases. Personne ne commente le choix d’un autre."),
        minutes=25, modalities=frozenset({DRAWING, ORAL}), output=Output.CARDS,
        materials=_("Une quarantaine d’images libres de droits, deux tables pour les étaler, cartes pour noter."),
        equivalents={
            Need.REMOTE: _("Les mêmes images dans une page en ligne, numérotées ; chacun dit le numéro choisi."),
            Need.PHONE: _("Les images arrivent par courrier avant la séance, ou sont décrites ; on peut aussi choisir un objet de chez soi."),
            Need.HEARING: _("Chaque phrase est écrite sur une carte, posée sous l’image."),
            Need.SIGHT: _("Chaque image est décrite en une phrase ; on peut choisir un objet à toucher."),
            Need.READING: _("Rien à lire ; la phrase est dite, une autre personne l’écrit."),
            Need.MOVING: _("Les images font le tour des places, dans une boîte."),
        },
    ),
    Method(
        key="collective_drawing", name=_("Dessin à plusieurs"),
        goes=_("Chaque table dessine une réponse commune sur une grande feuille : un lieu, une journée, une machine idéale. Savoir dessiner n’est pas nécessaire. À la fin, la table donne un titre et dicte un texte qui décrit le dessin."),
        minutes=40, modalities=frozenset({DRAWING, ORAL}), output=Output.DRAWING,
        materials=_("Une grande feuille par table, crayons et feutres, magazines à découper, colle."),
        equivalents={
            Need.REMOTE: _("Chacun dessine chez soi et montre son dessin à la caméra ; la photo rejoint les autres dessins."),
            Need.PHONE: _("La personne dit ce qu’elle voit ; quelqu’un dessine pour elle et lui décrit le résultat."),
            Need.HEARING: _("La consigne est écrite, et montrée par un exemple."),
            Need.SIGHT: _("Pâte à modeler, ficelle et papiers à toucher, ou dessin dicté ; le texte est lu à voix haute."),
            Need.READING: _("Rien à écrire : le titre et le texte se dictent."),
            Need.MOVING: _("Feuille posée à la bonne hauteur, feutres épais ; ou dessin dicté."),
        },
    ),
    Method(
        key="sensitive_map", name=_("Carte sensible"),
        goes=_("Sur un plan simple du quartier ou de la ville, chacun marque où il se sent bien, où il ne va pas, ce qu’il voudrait changer. Puis la table compare ses plans et en fait un seul."),
        minutes=40, modalities=frozenset({DRAWING, WRITTEN}), output=Output.DRAWING,
        materials=_("Plans imprimés en grand, gommettes de trois couleurs, feutres."),
        equivalents={
            Need.REMOTE: _("Le même plan en ligne, avec des repères de couleur."),
            Need.PHONE: _("La personne nomme des lieux et dit ce qu’elle y ressent ; quelqu’un les marque pour elle."),
            Need.HEARING: _("La légende est écrite sur chaque plan, avec un exemple."),
            Need.SIGHT: _("Plan en relief, ou lieux lus un par un ; une autre personne marque."),
            Need.READING: _("Des couleurs et des signes à la place des mots."),
            Need.MOVING: _("Le plan est posé sur la table ; une autre personne colle les gommettes."),
        },
    ),
    Method(
        key="image_theatre", name=_("Théâtre-image"),
        goes=_("Par groupes de quatre, montrez une situation avec vos corps, sans parler, comme une photo. Les autres disent ce qu’ils voient, puis proposent de changer une chose. Une photo seulement si chacun est d’accord ; sinon un croquis et une légende."),
        minutes=30, modalities=frozenset({MOVEMENT, ORAL}), output=Output.DRAWING,
        materials=_("Un espace vide, de quoi faire un croquis."),
        equivalents={
            Need.REMOTE: _("On compose l’image avec des objets devant sa caméra, ou on dirige un groupe de la salle à la voix."),
            Need.PHONE: _("La personne dirige un groupe à la voix ; on lui décrit l’image obtenue."),
            Need.HEARING: _("Rien à entendre : la consigne et la légende sont écrites."),
            Need.SIGHT: _("L’image est décrite à voix haute ; la personne peut y jouer un rôle, guidée."),
            Need.READING: _("Rien à lire ni à écrire."),
            Need.MOVING: _("On compose l’image assis, ou avec des objets sur une table, pour tout le groupe."),
        },
    ),
    Method(
        key="one_two_four", name=_("1-2-4-tous"),
        goes=_("Une minute seul avec la question, puis cinq minutes à deux, puis dix minutes à quatre. À quatre, on choisit une idée et on l’écrit sur une carte. Chaque groupe lit sa carte à tous."),
        minutes=30, modalities=frozenset({ORAL}), output=Output.CARDS,
        materials=_("La question affichée, cartes, feutres, minuteur."),
        equivalents={
            Need.REMOTE: _("Des salles en ligne de deux, puis de quatre, avec une feuille partagée pour la carte."),
            Need.PHONE: _("Un appel à deux, puis à quatre, que l’équipe prépare avant la séance."),
            Need.HEARING: _("Des groupes dans un endroit calme, face à face ; la carte est montrée à tous."),
            Need.SIGHT: _("La question est répétée à chaque étape ; les cartes sont lues à voix haute."),
            Need.READING: _("Une autre personne du groupe écrit la carte et la relit."),
            Need.MOVING: _("Ce sont les autres qui se déplacent vers la personne."),
        },
    ),
    Method(
        key="silent_writing", name=_("Écriture silencieuse"),
        goes=_("Une question, du silence, et chacun écrit pour soi pendant dix minutes. Puis les feuilles circulent : chacun ajoute un mot à celle des autres, sans parler."),
        minutes=20, modalities=frozenset({WRITTEN}), output=Output.CARDS,
        materials=_("Feuilles, stylos, un minuteur silencieux."),
        equivalents={
            Need.REMOTE: _("Une page partagée où chacun écrit, micro coupé."),
            Need.PHONE: _("La personne laisse un message parlé, ou dicte à quelqu’un à l’écart ; son texte rejoint les feuilles."),
            Need.HEARING: _("Rien à entendre : la consigne est écrite."),
            Need.SIGHT: _("Clavier, grands caractères, ou dictée à l’écart ; les feuilles sont lues à la personne."),
            Need.READING: _("Dictée ou dessin, à l’écart pour garder le silence."),
            Need.MOVING: _("Les feuilles viennent à la personne ; elle peut dicter."),
        },
    ),
    Method(
        key="dots", name=_("Gommettes"),
        goes=_("Les idées sont au mur. Chacun reçoit le même nombre de gommettes et les colle sur les idées les plus importantes pour lui. On compte : cela dit de quoi parler ensuite, ce n’est pas un vote."),
        minutes=15, modalities=frozenset({MOVEMENT, WRITTEN}), output=Output.POSITIONS,
        materials=_("Gommettes d’une seule couleur, les idées écrites en grand."),
        equivalents={
            Need.REMOTE: _("Le même nombre de marques sur la liste en ligne, sans nom ; on ajoute ces nombres à ceux du mur."),
            Need.PHONE: _("Les idées sont lues, la personne dit où vont ses gommettes ; quelqu’un les colle."),
            Need.HEARING: _("Les idées et le nombre de gommettes sont écrits en grand."),
            Need.SIGHT: _("Les idées sont lues deux fois ; une personne de confiance colle les gommettes."),
            Need.READING: _("Un dessin à côté de chaque idée, et une lecture à voix haute."),
            Need.MOVING: _("La même liste sur la table ; une autre personne peut coller."),
        },
    ),
    Method(
        key="expert_hearing", name=_("Audition d’une personne invitée"),
        goes=_("La personne invitée explique son sujet en dix minutes, avec des mots simples. Les tables préparent leurs questions, puis chacune en pose une, à son tour. Une question sans réponse ce jour-là reçoit une réponse écrite."),
        minutes=45, modalities=frozenset({ORAL, WRITTEN}), output=Output.QUESTIONS,
        materials=_("Micro, minuteur, cartes pour les questions, document remis à tous et publié le même jour."),
        equivalents={
            Need.REMOTE: _("Lien vidéo ; les questions écrites en ligne passent dans le même ordre que celles de la salle."),
            Need.PHONE: _("L’exposé s’écoute au téléphone ; le document arrive par courrier avant ; la question se dit ou se dicte."),
            Need.HEARING: _("Sous-titres en direct ou interprète en langue des signes ; le texte de l’exposé est remis avant."),
            Need.SIGHT: _("Les images montrées sont décrites ; le document existe en grands caractères."),
            Need.READING: _("Aucun texte à lire : une version simple est lue, les questions se posent à voix haute."),
            Need.MOVING: _("Le micro va vers la personne ; de sa place, elle voit et elle est vue."),
        },
    ),
    Method(
        key="shared_writing", name=_("Écrire une proposition ensemble"),
        goes=_("En petit groupe, on écrit une proposition : ce qu’il faut faire, pour qui, pourquoi. Une personne écrit, une autre relit à voix haute, une troisième cherche ce qui manque. Une autre table relit et pose ses questions."),
        minutes=40, modalities=frozenset({ORAL, WRITTEN}), output=Output.SHEET,
        materials=_("Une feuille modèle, des feutres, les cartes des séquences d’avant."),
        equivalents={
            Need.REMOTE: _("Un texte partagé en ligne, lu à voix haute à chaque étape."),
            Need.PHONE: _("Le texte est lu au téléphone, phrase par phrase ; la personne propose et on écrit."),
            Need.HEARING: _("Le texte s’écrit à la vue de tous ; chacun montre la ligne dont il parle."),
            Need.SIGHT: _("Le texte est relu à voix haute après chaque phrase, ou suivi sur une tablette en grands caractères."),
            Need.READING: _("On parle, une autre personne écrit et relit ; les mots simples sont gardés."),
            Need.MOVING: _("Le groupe s’installe là où la personne est à l’aise ; quelqu’un tient le crayon."),
        },
    ),
    Method(
        key="break", name=_("Pause"),
        goes=_("Boire, sortir, se parler. L’heure de reprise est affichée et dite."),
        minutes=15, modalities=frozenset(), output=Output.NOTHING, rests=True,
        materials=_("Boissons, de quoi s’asseoir, un endroit calme."),
        equivalents={
            Need.REMOTE: _("La connexion reste ouverte, micro et caméra coupés ; l’heure de reprise est affichée."),
            Need.PHONE: _("L’équipe dit l’heure de reprise, et rappelle si la ligne se coupe."),
            Need.HEARING: _("L’heure de reprise est écrite ; une lumière annonce la fin."),
            Need.SIGHT: _("L’heure de reprise est dite ; quelqu’un propose d’accompagner."),
            Need.READING: _("L’heure de reprise est dite et montrée sur une horloge."),
            Need.MOVING: _("Toilettes et boissons faciles d’accès, et cinq minutes de plus s’il le faut."),
        },
    ),
)
# fmt: on
BY_KEY = {one.key: one for one in METHODS}
