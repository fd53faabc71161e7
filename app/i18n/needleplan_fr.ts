<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr" sourcelanguage="en">
    <context>
        <name>Case</name>
        <message>
            <source>Needle %1</source>
            <translation>Aiguille %1</translation>
        </message>
    </context>
    <context>
        <name>Preset</name>
        <message>
            <source>Soft tissue</source>
            <translation>Parties molles</translation>
        </message>
        <message>
            <source>Bone</source>
            <translation>Os</translation>
        </message>
        <message>
            <source>Lung</source>
            <translation>Poumon</translation>
        </message>
        <message>
            <source>Spine</source>
            <translation>Rachis</translation>
        </message>
        <message>
            <source>Angiography</source>
            <translation>Angiographie</translation>
        </message>
        <message>
            <source>Full range</source>
            <translation>Dynamique entière</translation>
        </message>
    </context>
    <context>
        <name>Verdict</name>
        <message>
            <source>breach</source>
            <translation>atteinte</translation>
        </message>
        <message>
            <source>unknown</source>
            <translation>inconnu</translation>
        </message>
        <message>
            <source>near</source>
            <translation>proche</translation>
        </message>
        <message>
            <source>clear</source>
            <translation>libre</translation>
        </message>
    </context>
    <context>
        <name>Words</name>
        <message>
            <source>artery</source>
            <translation>artère</translation>
        </message>
        <message>
            <source>vein</source>
            <translation>veine</translation>
        </message>
        <message>
            <source>vessel</source>
            <translation>vaisseau</translation>
        </message>
        <message>
            <source>nerve</source>
            <translation>nerf</translation>
        </message>
        <message>
            <source>dura</source>
            <translation>dure-mère</translation>
        </message>
        <message>
            <source>bone</source>
            <translation>os</translation>
        </message>
        <message>
            <source>disc</source>
            <translation>disque</translation>
        </message>
        <message>
            <source>lung</source>
            <translation>poumon</translation>
        </message>
        <message>
            <source>organ</source>
            <translation>organe</translation>
        </message>
        <message>
            <source>skin</source>
            <translation>peau</translation>
        </message>
        <message>
            <source>muscle</source>
            <translation>muscle</translation>
        </message>
        <message>
            <source>fat</source>
            <translation>graisse</translation>
        </message>
        <message>
            <source>ligament</source>
            <translation>ligament</translation>
        </message>
        <message>
            <source>other</source>
            <translation>autre</translation>
        </message>
        <message>
            <source>avoid</source>
            <translation>à éviter</translation>
        </message>
        <message>
            <source>target</source>
            <translation>cible</translation>
        </message>
        <message>
            <source>crossable</source>
            <translation>traversable</translation>
        </message>
        <message>
            <source>left</source>
            <translation>gauche</translation>
        </message>
        <message>
            <source>right</source>
            <translation>droite</translation>
        </message>
        <message>
            <source>both sides</source>
            <translation>deux côtés</translation>
        </message>
        <message>
            <source>midline</source>
            <translation>médian</translation>
        </message>
        <message>
            <source>CT</source>
            <translation>scanner</translation>
        </message>
        <message>
            <source>fluoroscopy</source>
            <translation>radioscopie</translation>
        </message>
    </context>
    <context>
        <name>app::Case</name>
        <message>
            <source>Move target</source>
            <translation>Déplacer la cible</translation>
        </message>
        <message>
            <source>Move entry</source>
            <translation>Déplacer l'entrée</translation>
        </message>
        <message>
            <source>Choose needle</source>
            <translation>Choisir l'aiguille</translation>
        </message>
        <message>
            <source>Add needle</source>
            <translation>Ajouter une aiguille</translation>
        </message>
        <message>
            <source>Remove needle</source>
            <translation>Retirer l'aiguille</translation>
        </message>
        <message>
            <source>Rename needle</source>
            <translation>Renommer l'aiguille</translation>
        </message>
        <message>
            <source>Choose route</source>
            <translation>Choisir la voie</translation>
        </message>
        <message>
            <source>State level</source>
            <translation>Indiquer le niveau</translation>
        </message>
        <message>
            <source>State side</source>
            <translation>Indiquer le côté</translation>
        </message>
        <message>
            <source>Choose guidance</source>
            <translation>Choisir le guidage</translation>
        </message>
        <message>
            <source>Answer check</source>
            <translation>Répondre à la vérification</translation>
        </message>
        <message>
            <source>Clear check</source>
            <translation>Effacer la réponse</translation>
        </message>
        <message>
            <source>Accept nearness</source>
            <translation>Accepter la proximité</translation>
        </message>
        <message>
            <source>Name operator</source>
            <translation>Nommer l'opérateur</translation>
        </message>
        <message>
            <source>Plan saved: %1</source>
            <translation>Plan enregistré : %1</translation>
        </message>
        <message>
            <source>Plan opened: %1</source>
            <translation>Plan ouvert : %1</translation>
        </message>
        <message>
            <source>State kind</source>
            <translation>Indiquer le type</translation>
        </message>
        <message>
            <source>State role</source>
            <translation>Indiquer le rôle</translation>
        </message>
        <message>
            <source>Set margin</source>
            <translation>Régler la marge</translation>
        </message>
        <message>
            <source>State structure's side</source>
            <translation>Indiquer le côté de la structure</translation>
        </message>
        <message>
            <source>Confirm structure</source>
            <translation>Confirmer la structure</translation>
        </message>
        <message>
            <source>Choose colour</source>
            <translation>Choisir la couleur</translation>
        </message>
        <message>
            <source>Rename structure</source>
            <translation>Renommer la structure</translation>
        </message>
        <message>
            <source>Remove structure</source>
            <translation>Retirer la structure</translation>
        </message>
        <message>
            <source>Searching for series</source>
            <translation>Recherche des séries</translation>
        </message>
        <message>
            <source>Loading</source>
            <translation>Chargement</translation>
        </message>
        <message>
            <source>Finding the skin</source>
            <translation>Recherche de la peau</translation>
        </message>
        <message>
            <source>Reading structures</source>
            <translation>Lecture des structures</translation>
        </message>
        <message>
            <source>Open structures</source>
            <translation>Ouvrir des structures</translation>
        </message>
        <message>
            <source>Cancelled</source>
            <translation>Annulé</translation>
        </message>
    </context>
    <context>
        <name>app::MainWindow</name>
        <message>
            <source>Cancel</source>
            <translation>Annuler</translation>
        </message>
        <message>
            <source>HU %1</source>
            <translation>UH %1</translation>
        </message>
        <message>
            <source>no HU</source>
            <translation>pas d'UH</translation>
        </message>
        <message>
            <source>Position %1</source>
            <translation>Position %1</translation>
        </message>
        <message>
            <source>unknown</source>
            <translation>inconnue</translation>
        </message>
        <message>
            <source>Gantry tilt %1</source>
            <translation>Inclinaison du statif %1</translation>
        </message>
        <message>
            <source>&amp;File</source>
            <translation>&amp;Fichier</translation>
        </message>
        <message>
            <source>Open folder</source>
            <translation>Ouvrir un dossier</translation>
        </message>
        <message>
            <source>Open structures</source>
            <translation>Ouvrir des structures</translation>
        </message>
        <message>
            <source>Open plan</source>
            <translation>Ouvrir un plan</translation>
        </message>
        <message>
            <source>Open the demo case</source>
            <translation>Ouvrir le cas de démonstration</translation>
        </message>
        <message>
            <source>Save plan</source>
            <translation>Enregistrer le plan</translation>
        </message>
        <message>
            <source>Quit</source>
            <translation>Quitter</translation>
        </message>
        <message>
            <source>&amp;Edit</source>
            <translation>É&amp;dition</translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>Annuler</translation>
        </message>
        <message>
            <source>Redo</source>
            <translation>Rétablir</translation>
        </message>
        <message>
            <source>Add a needle</source>
            <translation>Ajouter une aiguille</translation>
        </message>
        <message>
            <source>Next needle</source>
            <translation>Aiguille suivante</translation>
        </message>
        <message>
            <source>&amp;View</source>
            <translation>&amp;Affichage</translation>
        </message>
        <message>
            <source>Window</source>
            <translation>Fenêtrage</translation>
        </message>
        <message>
            <source>Layout</source>
            <translation>Disposition</translation>
        </message>
        <message>
            <source>Scan: axial, sagittal, coronal, 3D</source>
            <translation>Examen : axial, sagittal, coronal, 3D</translation>
        </message>
        <message>
            <source>Needle: along it, across it, 3D</source>
            <translation>Aiguille : dans l'axe, en travers, 3D</translation>
        </message>
        <message>
            <source>Fit the views</source>
            <translation>Ajuster les vues</translation>
        </message>
        <message>
            <source>Fill with one view, and back</source>
            <translation>Une seule vue, et retour</translation>
        </message>
        <message>
            <source>Language</source>
            <translation>Langue</translation>
        </message>
        <message>
            <source>&amp;Tools</source>
            <translation>&amp;Outils</translation>
        </message>
        <message>
            <source>Crosshair</source>
            <translation>Réticule</translation>
        </message>
        <message>
            <source>Target</source>
            <translation>Cible</translation>
        </message>
        <message>
            <source>Entry</source>
            <translation>Entrée</translation>
        </message>
        <message>
            <source>Measure</source>
            <translation>Mesure</translation>
        </message>
        <message>
            <source>End the tool</source>
            <translation>Quitter l'outil</translation>
        </message>
        <message>
            <source>&amp;Help</source>
            <translation>A&amp;ide</translation>
        </message>
        <message>
            <source>Keys and mouse</source>
            <translation>Touches et souris</translation>
        </message>
        <message>
            <source>Tools</source>
            <translation>Outils</translation>
        </message>
        <message>
            <source>Wheel, Page up, Page down</source>
            <translation>Molette, Page préc., Page suiv.</translation>
        </message>
        <message>
            <source>through the slices</source>
            <translation>parcourir les coupes</translation>
        </message>
        <message>
            <source>Ctrl + wheel</source>
            <translation>Ctrl + molette</translation>
        </message>
        <message>
            <source>zoom</source>
            <translation>zoom</translation>
        </message>
        <message>
            <source>Right drag</source>
            <translation>Glisser à droite</translation>
        </message>
        <message>
            <source>window</source>
            <translation>fenêtrage</translation>
        </message>
        <message>
            <source>Middle drag</source>
            <translation>Glisser au milieu</translation>
        </message>
        <message>
            <source>move the image</source>
            <translation>déplacer l'image</translation>
        </message>
        <message>
            <source>Left drag</source>
            <translation>Glisser à gauche</translation>
        </message>
        <message>
            <source>the active tool; points are dragged directly</source>
            <translation>l'outil actif ; les points se déplacent directement</translation>
        </message>
        <message>
            <source>Double click, F</source>
            <translation>Double clic, F</translation>
        </message>
        <message>
            <source>the view fills the area, and back</source>
            <translation>la vue remplit la zone, et retour</translation>
        </message>
        <message>
            <source>Arrows</source>
            <translation>Flèches</translation>
        </message>
        <message>
            <source>the chosen point by 1 mm; with Shift by 0.2 mm</source>
            <translation>le point choisi de 1 mm ; avec Maj de 0.2 mm</translation>
        </message>
        <message>
            <source>Space</source>
            <translation>Espace</translation>
        </message>
        <message>
            <source>plays the slices</source>
            <translation>faire défiler les coupes</translation>
        </message>
        <message>
            <source>Plans (*.dcm);;All files (*)</source>
            <translation>Plans (*.dcm);;Tous les fichiers (*)</translation>
        </message>
        <message>
            <source>Plans (*.dcm)</source>
            <translation>Plans (*.dcm)</translation>
        </message>
        <message>
            <source>Unsaved plan</source>
            <translation>Plan non enregistré</translation>
        </message>
        <message>
            <source>The plan has changes that are not saved.</source>
            <translation>Le plan contient des modifications non enregistrées.</translation>
        </message>
    </context>
    <context>
        <name>app::panels::CheckRow</name>
        <message>
            <source>agreed with</source>
            <translation>convenu avec</translation>
        </message>
        <message>
            <source>YYYY-MM-DD</source>
            <translation>AAAA-MM-JJ</translation>
        </message>
        <message>
            <source>note</source>
            <translation>note</translation>
        </message>
        <message>
            <source>not asked yet</source>
            <translation>pas encore demandé</translation>
        </message>
        <message>
            <source>Yes, on</source>
            <translation>Oui, le</translation>
        </message>
    </context>
    <context>
        <name>app::panels::ChecksPanel</name>
        <message>
            <source>6  Checks</source>
            <translation>6  Vérifications</translation>
        </message>
        <message>
            <source>%1 of %2</source>
            <translation>%1 sur %2</translation>
        </message>
    </context>
    <context>
        <name>app::panels::ClearancesPanel</name>
        <message>
            <source>absent</source>
            <translation>absente</translation>
        </message>
        <message>
            <source>not measurable</source>
            <translation>non mesurable</translation>
        </message>
        <message>
            <source>margin %1</source>
            <translation>marge %1</translation>
        </message>
        <message>
            <source>at depth %1</source>
            <translation>à %1 de l'entrée</translation>
        </message>
        <message>
            <source>The route needs this structure, and nobody gave it.</source>
            <translation>La voie exige cette structure, et personne ne l'a fournie.</translation>
        </message>
        <message>
            <source>confirmed by a person</source>
            <translation>confirmée par une personne</translation>
        </message>
        <message>
            <source>not confirmed by a person</source>
            <translation>non confirmée par une personne</translation>
        </message>
        <message>
            <source>5  Passes</source>
            <translation>5  Passages</translation>
        </message>
        <message>
            <source>no structure</source>
            <translation>aucune structure</translation>
        </message>
        <message numerus="yes">
            <source>%n breach(es)</source>
            <translation>
                <numerusform>%n atteinte</numerusform>
                <numerusform>%n atteintes</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>app::panels::FindingsPanel</name>
        <message>
            <source>Findings</source>
            <translation>Constats</translation>
        </message>
    </context>
    <context>
        <name>app::panels::MessageStrip</name>
        <message>
            <source>Close</source>
            <translation>Fermer</translation>
        </message>
    </context>
    <context>
        <name>app::panels::NeedlePanel</name>
        <message>
            <source>%1 Too short by %2</source>
            <translation>%1 Trop courte de %2</translation>
        </message>
        <message>
            <source>%1 stay outside the skin</source>
            <translation>%1 restent hors de la peau</translation>
        </message>
        <message>
            <source>2  Needle</source>
            <translation>2  Aiguille</translation>
        </message>
        <message>
            <source>Add a needle</source>
            <translation>Ajouter une aiguille</translation>
        </message>
        <message>
            <source>Remove this needle</source>
            <translation>Retirer cette aiguille</translation>
        </message>
        <message>
            <source>The needle that is shown and edited; type to rename it</source>
            <translation>L'aiguille affichée et modifiée ; saisir un texte pour la renommer</translation>
        </message>
        <message>
            <source>gauge</source>
            <translation>calibre</translation>
        </message>
        <message>
            <source>length</source>
            <translation>longueur</translation>
        </message>
    </context>
    <context>
        <name>app::panels::OperatorPanel</name>
        <message>
            <source>Operator</source>
            <translation>Opérateur</translation>
        </message>
        <message>
            <source>Institution</source>
            <translation>Établissement</translation>
        </message>
    </context>
    <context>
        <name>app::panels::PathPanel</name>
        <message>
            <source>detector on the entry's side</source>
            <translation>détecteur du côté de l'entrée</translation>
        </message>
        <message>
            <source>detector on the target's side</source>
            <translation>détecteur du côté de la cible</translation>
        </message>
        <message>
            <source>machine shows %1</source>
            <translation>la machine affiche %1</translation>
        </message>
        <message>
            <source>beyond the usual reach</source>
            <translation>hors de portée habituelle</translation>
        </message>
        <message>
            <source>Depth, skin to target</source>
            <translation>Profondeur, peau à cible</translation>
        </message>
        <message>
            <source>Path, entry to target</source>
            <translation>Trajet, entrée à cible</translation>
        </message>
        <message>
            <source>In-plane, axial</source>
            <translation>Dans le plan axial</translation>
        </message>
        <message>
            <source>Cranio-caudal</source>
            <translation>Cranio-caudal</translation>
        </message>
        <message>
            <source>From the vertical</source>
            <translation>Depuis la verticale</translation>
        </message>
        <message>
            <source>Gantry tilt; in that slice</source>
            <translation>Statif incliné ; dans la coupe</translation>
        </message>
        <message>
            <source>C-arm, along the needle</source>
            <translation>Arceau, dans l'axe</translation>
        </message>
        <message>
            <source>C-arm, from behind</source>
            <translation>Arceau, à l'opposé</translation>
        </message>
        <message>
            <source>Entry's slice location</source>
            <translation>Position de coupe de l'entrée</translation>
        </message>
        <message>
            <source>In the axial plane, from the patient's antero-posterior line; L: toward the patient's left</source>
            <translation>Dans le plan axial, depuis la ligne antéro-postérieure du patient ; G : vers la gauche du patient</translation>
        </message>
        <message>
            <source>Out of the axial plane; toward the head or the feet</source>
            <translation>Hors du plan axial ; vers la tête ou les pieds</translation>
        </message>
        <message>
            <source>In the axial plane, from gravity, as the patient lies in the scan: what a goniometer reads</source>
            <translation>Dans le plan axial, depuis la gravité, le patient étant couché comme sur l'examen : ce que lit un goniomètre</translation>
        </message>
        <message>
            <source>To hold the needle in one slice of a tilted gantry: another pair of angles, never to be mixed</source>
            <translation>Pour tenir l'aiguille dans une coupe du statif incliné : une autre paire d'angles, à ne jamais mélanger</translation>
        </message>
        <message>
            <source>As the scanner prints it</source>
            <translation>Telle que le scanner l'imprime</translation>
        </message>
        <message>
            <source>L</source>
            <translation>G</translation>
        </message>
        <message>
            <source>R</source>
            <translation>D</translation>
        </message>
        <message>
            <source>head</source>
            <translation>tête</translation>
        </message>
        <message>
            <source>feet</source>
            <translation>pieds</translation>
        </message>
    </context>
    <context>
        <name>app::panels::PatientBanner</name>
        <message>
            <source>female</source>
            <translation>femme</translation>
        </message>
        <message>
            <source>male</source>
            <translation>homme</translation>
        </message>
        <message>
            <source>No patient name</source>
            <translation>Patient sans nom</translation>
        </message>
        <message>
            <source>no patient ID</source>
            <translation>pas d'identifiant</translation>
        </message>
        <message>
            <source>ID %1</source>
            <translation>ID %1</translation>
        </message>
        <message>
            <source>born %1</source>
            <translation>né(e) le %1</translation>
        </message>
    </context>
    <context>
        <name>app::panels::PointPanel</name>
        <message>
            <source>3  Target</source>
            <translation>3  Cible</translation>
        </message>
        <message>
            <source>4  Entry</source>
            <translation>4  Entrée</translation>
        </message>
        <message>
            <source>side not stated</source>
            <translation>côté non indiqué</translation>
        </message>
        <message>
            <source>no skin known: no depth</source>
            <translation>peau inconnue : pas de profondeur</translation>
        </message>
        <message>
            <source>on the skin</source>
            <translation>sur la peau</translation>
        </message>
        <message>
            <source>%1 outside the skin</source>
            <translation>%1 hors de la peau</translation>
        </message>
        <message>
            <source>%1 inside the body</source>
            <translation>%1 dans le corps</translation>
        </message>
    </context>
    <context>
        <name>app::panels::RoutePanel</name>
        <message>
            <source>Level: %1</source>
            <translation>Niveau : %1</translation>
        </message>
        <message>
            <source>Guidance: %1</source>
            <translation>Guidage : %1</translation>
        </message>
        <message>
            <source>Target: %1</source>
            <translation>Cible : %1</translation>
        </message>
        <message>
            <source>1  Route</source>
            <translation>1  Voie d'abord</translation>
        </message>
        <message>
            <source>Level</source>
            <translation>Niveau</translation>
        </message>
        <message>
            <source>Side</source>
            <translation>Côté</translation>
        </message>
        <message>
            <source>Guidance</source>
            <translation>Guidage</translation>
        </message>
        <message>
            <source>Choose a route</source>
            <translation>Choisir une voie</translation>
        </message>
        <message>
            <source>as counted</source>
            <translation>tel que compté</translation>
        </message>
        <message>
            <source>not stated</source>
            <translation>non indiqué</translation>
        </message>
        <message>
            <source>not chosen</source>
            <translation>non choisi</translation>
        </message>
    </context>
    <context>
        <name>app::panels::SeriesPanel</name>
        <message>
            <source>MR is not read by this version</source>
            <translation>L'IRM n'est pas lue par cette version</translation>
        </message>
        <message>
            <source>not shown by this version</source>
            <translation>non affichée par cette version</translation>
        </message>
        <message numerus="yes">
            <source>%n finding(s)</source>
            <translation>
                <numerusform>%n constat</numerusform>
                <numerusform>%n constats</numerusform>
            </translation>
        </message>
        <message>
            <source>Double-click to open</source>
            <translation>Double-cliquer pour ouvrir</translation>
        </message>
        <message>
            <source>Double-click to open its structures on the scan</source>
            <translation>Double-cliquer pour ouvrir ses structures sur l'examen</translation>
        </message>
        <message>
            <source>Series</source>
            <translation>Séries</translation>
        </message>
        <message numerus="yes">
            <source>%n file(s) left out</source>
            <translation>
                <numerusform>%n fichier écarté</numerusform>
                <numerusform>%n fichiers écartés</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>app::panels::StartPage</name>
        <message>
            <source>Plan a needle on a CT scan</source>
            <translation>Planifier une aiguille sur un scanner</translation>
        </message>
        <message>
            <source>Open a folder</source>
            <translation>Ouvrir un dossier</translation>
        </message>
        <message>
            <source>Open the demo case</source>
            <translation>Ouvrir le cas de démonstration</translation>
        </message>
        <message>
            <source>Recover the unsaved plan of %1</source>
            <translation>Récupérer le plan non enregistré du %1</translation>
        </message>
        <message>
            <source>Not a certified medical device</source>
            <translation>N'est pas un dispositif médical certifié</translation>
        </message>
    </context>
    <context>
        <name>app::panels::StructureEditor</name>
        <message>
            <source>Confirmed by me</source>
            <translation>Confirmée par moi</translation>
        </message>
        <message>
            <source>usual</source>
            <translation>habituelle</translation>
        </message>
        <message>
            <source>Kept from the needle's surface; the lowest step is that of route and kind</source>
            <translation>Depuis la surface de l'aiguille ; le pas le plus bas est celle de la voie et du type</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>Nom</translation>
        </message>
        <message>
            <source>Kind</source>
            <translation>Type</translation>
        </message>
        <message>
            <source>Side</source>
            <translation>Côté</translation>
        </message>
        <message>
            <source>Role</source>
            <translation>Rôle</translation>
        </message>
        <message>
            <source>Margin</source>
            <translation>Marge</translation>
        </message>
        <message>
            <source>Opacity</source>
            <translation>Opacité</translation>
        </message>
        <message>
            <source>Colour</source>
            <translation>Couleur</translation>
        </message>
        <message>
            <source>Remove from the case</source>
            <translation>Retirer du cas</translation>
        </message>
    </context>
    <context>
        <name>app::panels::StructureRow</name>
        <message>
            <source>Shown in the views; measured either way</source>
            <translation>Affichée dans les vues ; mesurée dans tous les cas</translation>
        </message>
        <message>
            <source>confirmed by a person</source>
            <translation>confirmée par une personne</translation>
        </message>
        <message>
            <source>not confirmed by a person</source>
            <translation>non confirmée par une personne</translation>
        </message>
    </context>
    <context>
        <name>app::panels::StructuresPanel</name>
        <message>
            <source>Structures</source>
            <translation>Structures</translation>
        </message>
        <message>
            <source>Open structures</source>
            <translation>Ouvrir des structures</translation>
        </message>
    </context>
    <context>
        <name>app::panels::VerdictPanel</name>
        <message>
            <source>READY</source>
            <translation>PRÊT</translation>
        </message>
        <message>
            <source>NO NEEDLE YET</source>
            <translation>PAS D'AIGUILLE</translation>
        </message>
        <message>
            <source>NOT CLEAR</source>
            <translation>PAS LIBRE</translation>
        </message>
        <message>
            <source>NEAR</source>
            <translation>PROCHE</translation>
        </message>
        <message>
            <source>NOT READY</source>
            <translation>PAS PRÊT</translation>
        </message>
        <message numerus="yes">
            <source>%n open point(s)</source>
            <translation>
                <numerusform>%n point ouvert</numerusform>
                <numerusform>%n points ouverts</numerusform>
            </translation>
        </message>
        <message>
            <source>This nearness is wanted</source>
            <translation>Cette proximité est voulue</translation>
        </message>
        <message>
            <source>Save draft</source>
            <translation>Enregistrer</translation>
        </message>
        <message>
            <source>Approve and save</source>
            <translation>Approuver</translation>
        </message>
        <message>
            <source>Possible when the plan is ready and the operator is named</source>
            <translation>Possible quand le plan est prêt et l'opérateur nommé</translation>
        </message>
    </context>
    <context>
        <name>app::views::NeedleOverlay</name>
        <message>
            <source>breach</source>
            <translation>atteinte</translation>
        </message>
        <message>
            <source>unknown</source>
            <translation>inconnu</translation>
        </message>
        <message>
            <source>near</source>
            <translation>proche</translation>
        </message>
        <message>
            <source>clear</source>
            <translation>libre</translation>
        </message>
        <message>
            <source>Entry</source>
            <translation>Entrée</translation>
        </message>
        <message>
            <source>Target</source>
            <translation>Cible</translation>
        </message>
        <message>
            <source>left</source>
            <translation>gauche</translation>
        </message>
        <message>
            <source>right</source>
            <translation>droite</translation>
        </message>
        <message>
            <source>RIGHT</source>
            <translation>DROITE</translation>
        </message>
        <message>
            <source>LEFT</source>
            <translation>GAUCHE</translation>
        </message>
    </context>
    <context>
        <name>app::views::PathPlot</name>
        <message>
            <source>Distances along the path appear here once target and entry are placed</source>
            <translation>Les distances le long du trajet apparaissent ici une fois la cible et l'entrée placées</translation>
        </message>
        <message>
            <source>entry</source>
            <translation>entrée</translation>
        </message>
        <message>
            <source>target</source>
            <translation>cible</translation>
        </message>
    </context>
    <context>
        <name>app::views::SliceOverlay</name>
        <message>
            <source>%1 mm from the entry</source>
            <translation>à %1 mm de l'entrée</translation>
        </message>
        <message>
            <source>in the needle's plane</source>
            <translation>dans le plan de l'aiguille</translation>
        </message>
        <message>
            <source>slice %1 of %2</source>
            <translation>coupe %1 sur %2</translation>
        </message>
        <message>
            <source>location %1</source>
            <translation>position %1</translation>
        </message>
        <message>
            <source>tilt %1°, resampled</source>
            <translation>inclinaison %1°, rééchantillonné</translation>
        </message>
        <message>
            <source>W %1  L %2</source>
            <translation>L %1  N %2</translation>
        </message>
        <message>
            <source>Axial</source>
            <translation>Axial</translation>
        </message>
        <message>
            <source>Coronal</source>
            <translation>Coronal</translation>
        </message>
        <message>
            <source>Sagittal</source>
            <translation>Sagittal</translation>
        </message>
        <message>
            <source>Along the needle, lateral</source>
            <translation>Dans l'axe, latéral</translation>
        </message>
        <message>
            <source>Along the needle, head to feet</source>
            <translation>Dans l'axe, tête-pieds</translation>
        </message>
        <message>
            <source>Needle's eye</source>
            <translation>Dans l'œil de l'aiguille</translation>
        </message>
    </context>
    <context>
        <name>app::views::SliceView</name>
        <message>
            <source>Place target and entry to see along the needle</source>
            <translation>Placer la cible et l'entrée pour voir dans l'axe de l'aiguille</translation>
        </message>
    </context>
    <context>
        <name>app::views::ViewTile</name>
        <message>
            <source>Skin</source>
            <translation>Peau</translation>
        </message>
        <message>
            <source>3D</source>
            <translation>3D</translation>
        </message>
        <message>
            <source>entry</source>
            <translation>entrée</translation>
        </message>
        <message>
            <source>target</source>
            <translation>cible</translation>
        </message>
    </context>
</TS>
