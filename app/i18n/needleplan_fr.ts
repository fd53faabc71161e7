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
        <name>Sentences</name>
    <message>
        <source>No bone was found in the scan.</source>
        <translation>Aucun os n&apos;a été trouvé dans l&apos;examen.</translation>
    </message>
    <message>
        <source>A vessel is grown from a place in it: click one first.</source>
        <translation>Un vaisseau se remplit à partir d&apos;un point : cliquez d&apos;abord dedans.</translation>
    </message>
    <message>
        <source>No vessel was found there.</source>
        <translation>Aucun vaisseau n&apos;a été trouvé à cet endroit.</translation>
    </message>
    <message>
        <source>The place does not lie in the structure.</source>
        <translation>Le point n&apos;est pas dans la structure.</translation>
    </message>
    <message>
        <source>There is too little contrast there to tell the vessel from what is around it; trace it instead.</source>
        <translation>Le contraste y est trop faible pour distinguer le vaisseau de ce qui l&apos;entoure ; tracez-le plutôt.</translation>
    </message>
    <message>
        <source>The values are not Hounsfield units: bone was told from the rest by the scan itself.</source>
        <translation>Les valeurs ne sont pas des unités Hounsfield : l&apos;os a été distingué du reste d&apos;après l&apos;examen lui-même.</translation>
    </message>
    <message>
        <source>The vessel may have run into its surroundings; check its outline.</source>
        <translation>Le vaisseau a peut-être débordé dans ce qui l&apos;entoure ; vérifiez son contour.</translation>
    </message>
    <message>
        <source>A needle is needed: give --needle, or a route that has a usual one.</source>
        <translation>Il faut une aiguille : indiquez --needle, ou une voie qui en a une habituelle.</translation>
    </message>
    <message>
        <source>No entry on the skin reaches the target with its margins; most are kept out by: %2.</source>
        <translation>Aucune entrée sur la peau n&apos;atteint la cible avec ses marges ; la plupart sont exclues par : %2.</translation>
    </message>
    <message>
        <source>No skin was found in the scan, so there is nowhere to enter.</source>
        <translation>Aucune peau n&apos;a été trouvée dans l&apos;examen : il n&apos;y a nulle part où entrer.</translation>
    </message>
        <message>
            <source>prone</source>
            <translation>à plat ventre</translation>
        </message>
        <message>
            <source>supine</source>
            <translation>sur le dos</translation>
        </message>
        <message>
            <source>on the side</source>
            <translation>sur le côté</translation>
        </message>
        <message>
            <source>The scan has no Patient ID: a plan on it cannot be saved.</source>
            <translation>L'examen n'a pas d'identifiant de patient : un plan fait dessus ne peut être enregistré.</translation>
        </message>
        <message>
            <source>The scan has no Study Instance UID: a plan on it cannot be saved.</source>
            <translation>L'examen n'a pas de Study Instance UID : un plan fait dessus ne peut être enregistré.</translation>
        </message>
        <message>
            <source>The scan has no Series Instance UID.</source>
            <translation>L'examen n'a pas de Series Instance UID.</translation>
        </message>
        <message>
            <source>Images of the scan have no SOP Instance UID.</source>
            <translation>Des images de l'examen n'ont pas de SOP Instance UID.</translation>
        </message>
        <message>
            <source>The scan has no frame of reference: a plan on it cannot be saved.</source>
            <translation>L'examen n'a pas de repère : un plan fait dessus ne peut être enregistré.</translation>
        </message>
        <message>
            <source>The skin is not known: there is no depth, and the plan cannot be ready.</source>
            <translation>La peau est inconnue : il n'y a pas de profondeur, et le plan ne peut être prêt.</translation>
        </message>
        <message>
            <source>The plan is of patient %1, the open scan of patient %2.</source>
            <translation>Le plan est du patient %1, l'examen ouvert du patient %2.</translation>
        </message>
        <message>
            <source>The plan is in frame of reference %1, the open scan in %2.</source>
            <translation>Le plan est dans le repère %1, l'examen ouvert dans %2.</translation>
        </message>
        <message>
            <source>The slices are tilted by %1 degrees; everything is measured in their true geometry.</source>
            <translation>Les coupes sont inclinées de %1 degrés ; tout est mesuré dans leur vraie géométrie.</translation>
        </message>
        <message>
            <source>%1 voxels lie beyond what 16 bits hold and were cut off.</source>
            <translation>%1 voxels dépassent ce que 16 bits contiennent et ont été écrêtés.</translation>
        </message>
        <message>
            <source>The scan's values were rounded to whole Hounsfield units.</source>
            <translation>Les valeurs de l'examen ont été arrondies à des unités Hounsfield entières.</translation>
        </message>
        <message>
            <source>%1 voxels lie below air: they are taken as outside the scanner's field.</source>
            <translation>%1 voxels sont au-dessous de l'air : ils sont pris comme hors du champ du scanner.</translation>
        </message>
        <message>
            <source>The text of %1 is not in the character set that the file names.</source>
            <translation>Le texte de %1 n'est pas dans le jeu de caractères que le fichier annonce.</translation>
        </message>
        <message>
            <source>Files in the same folder could not be read: slices of this series may be among them.</source>
            <translation>Des fichiers du même dossier n'ont pu être lus : des coupes de cette série en font peut-être partie.</translation>
        </message>
        <message>
            <source>%1 repeats another slice of the series and is not used.</source>
            <translation>%1 répète une autre coupe de la série et n'est pas utilisé.</translation>
        </message>
        <message>
            <source>The series is a single slice: there is no volume to plan in.</source>
            <translation>La série est une coupe unique : il n'y a pas de volume où planifier.</translation>
        </message>
        <message>
            <source>The slices are uneven by up to %1.</source>
            <translation>Les coupes sont irrégulières, jusqu'à %1.</translation>
        </message>
        <message>
            <source>The slices are from %1 to %2 thick.</source>
            <translation>Les coupes ont de %1 à %2 d'épaisseur.</translation>
        </message>
        <message>
            <source>The slices are %1 apart and only %2 thick: what lies between them was not seen.</source>
            <translation>Les coupes sont espacées de %1 et n'ont que %2 d'épaisseur : ce qui est entre elles n'a pas été vu.</translation>
        </message>
        <message>
            <source>The values are not Hounsfield units (%1).</source>
            <translation>Les valeurs ne sont pas des unités Hounsfield (%1).</translation>
        </message>
        <message>
            <source>The scan says no rescale: its values may not be Hounsfield units.</source>
            <translation>L'examen n'indique pas de conversion : ses valeurs ne sont peut-être pas des unités Hounsfield.</translation>
        </message>
        <message>
            <source>The images were compressed with loss.</source>
            <translation>Les images ont été compressées avec perte.</translation>
        </message>
        <message>
            <source>The images may have text burned in.</source>
            <translation>Du texte est peut-être incrusté dans les images.</translation>
        </message>
        <message>
            <source>The patient's position changes within the series.</source>
            <translation>La position du patient change dans la série.</translation>
        </message>
        <message>
            <source>The scan does not say in which position the patient lay: skin and organs may lie otherwise in the procedure.</source>
            <translation>L'examen ne dit pas dans quelle position était le patient : peau et organes peuvent être autrement pendant le geste.</translation>
        </message>
        <message>
            <source>The structure “%1” is empty.</source>
            <translation>La structure « %1 » est vide.</translation>
        </message>
        <message>
            <source>The structure “%1” is empty: nothing can be measured against it.</source>
            <translation>La structure « %1 » est vide : rien ne peut être mesuré par rapport à elle.</translation>
        </message>
        <message>
            <source>The structure “%1” is left out. %2 (%3)</source>
            <translation>La structure « %1 » est écartée. %2 (%3)</translation>
        </message>
        <message>
            <source>The structure “%1” lies outside the scan.</source>
            <translation>La structure « %1 » est hors de l'examen.</translation>
        </message>
        <message>
            <source>The label map %1 names no patient: check that it belongs to this scan.</source>
            <translation>La carte d'étiquettes %1 ne nomme aucun patient : vérifier qu'elle appartient à cet examen.</translation>
        </message>
        <message>
            <source>The label map does not say its unit; millimetres are assumed.</source>
            <translation>La carte d'étiquettes n'indique pas son unité ; le millimètre est supposé.</translation>
        </message>
        <message>
            <source>The label map gives no names to its labels.</source>
            <translation>La carte d'étiquettes ne nomme pas ses étiquettes.</translation>
        </message>
        <message>
            <source>The names of the labels were taken from %1.</source>
            <translation>Les noms des étiquettes viennent de %1.</translation>
        </message>
        <message>
            <source>The structure “%1” of the plan was not found again: load its file.</source>
            <translation>La structure « %1 » du plan n'a pas été retrouvée : ouvrir son fichier.</translation>
        </message>
        <message>
            <source>What these structures are was guessed from their names; check it: %1.</source>
            <translation>La nature de ces structures a été devinée d'après leur nom ; vérifiez-la : %1.</translation>
        </message>
        <message>
            <source>The structure “%1” is known only to within %2: its verdict is unknown.</source>
            <translation>La structure « %1 » n'est connue qu'à %2 près : son verdict est inconnu.</translation>
        </message>
        <message>
            <source>The structures' slices lie at another spacing than their file says; their positions are used.</source>
            <translation>Les coupes des structures ont un autre espacement que leur fichier ne dit ; leurs positions font foi.</translation>
        </message>
        <message>
            <source>The structures are graded (%1); a voxel counts as inside from %2 on.</source>
            <translation>Les structures sont graduées (%1) ; un voxel compte comme intérieur à partir de %2.</translation>
        </message>
        <message>
            <source>%2 missing outlines of “%1” were filled in between their neighbours.</source>
            <translation>%2 contours manquants de « %1 » ont été complétés entre leurs voisins.</translation>
        </message>
        <message>
            <source>%2 slices within “%1” have no outline: it has gaps.</source>
            <translation>%2 coupes de « %1 » n'ont pas de contour : il y a des trous.</translation>
        </message>
        <message>
            <source>%2 outlines of “%1” are too small to hold a voxel.</source>
            <translation>%2 contours de « %1 » sont trop petits pour contenir un voxel.</translation>
        </message>
        <message>
            <source>Outlines of “%1” are given twice; they were used once.</source>
            <translation>Des contours de « %1 » sont donnés deux fois ; ils ont servi une fois.</translation>
        </message>
        <message>
            <source>Outlines of “%1” overlap in one slice.</source>
            <translation>Des contours de « %1 » se recouvrent dans une coupe.</translation>
        </message>
        <message>
            <source>The outlines of “%1” are %2 apart.</source>
            <translation>Les contours de « %1 » sont espacés de %2.</translation>
        </message>
        <message>
            <source>%2 outlines of “%1” are not closed and are not used.</source>
            <translation>%2 contours de « %1 » ne sont pas fermés et ne servent pas.</translation>
        </message>
        <message>
            <source>No structure to keep clear of was given: nothing can be called clear.</source>
            <translation>Aucune structure à éviter n'a été fournie : rien ne peut être dit libre.</translation>
        </message>
        <message>
            <source>The route requires a structure that nobody gave: %1.</source>
            <translation>La voie exige une structure que personne n'a fournie : %1.</translation>
        </message>
        <message>
            <source>“%1” is required by the route (%2) and not confirmed by a person.</source>
            <translation>« %1 » est exigée par la voie (%2) et n'est pas confirmée par une personne.</translation>
        </message>
        <message>
            <source>“%1” names no side or level: check that it is the one of this plan (%2).</source>
            <translation>« %1 » n'indique ni côté ni niveau : vérifier que c'est celle de ce plan (%2).</translation>
        </message>
        <message>
            <source>No route is chosen: which structures must be known is not said.</source>
            <translation>Aucune voie n'est choisie : les structures à connaître ne sont pas dites.</translation>
        </message>
        <message>
            <source>The route “%1” is not known here.</source>
            <translation>La voie « %1 » est inconnue ici.</translation>
        </message>
        <message>
            <source>The level is not given.</source>
            <translation>Le niveau n'est pas indiqué.</translation>
        </message>
        <message>
            <source>The side is not given.</source>
            <translation>Le côté n'est pas indiqué.</translation>
        </message>
        <message>
            <source>The operator is not named.</source>
            <translation>L'opérateur n'est pas nommé.</translation>
        </message>
        <message>
            <source>The scan was made %1, the procedure is done %2: skin and organs have moved.</source>
            <translation>L'examen a été fait %1, le geste se fait %2 : peau et organes ont bougé.</translation>
        </message>
        <message>
            <source>%1 has no target.</source>
            <translation>%1 n'a pas de cible.</translation>
        </message>
        <message>
            <source>%1 has no entry.</source>
            <translation>%1 n'a pas d'entrée.</translation>
        </message>
        <message>
            <source>%1: no needle is chosen, so no distance is known.</source>
            <translation>%1 : aucune aiguille n'est choisie, donc aucune distance n'est connue.</translation>
        </message>
        <message>
            <source>%1: entry and target are one place.</source>
            <translation>%1 : entrée et cible sont au même endroit.</translation>
        </message>
        <message>
            <source>%1: the target lies on the skin and the entry inside the body; they may be swapped.</source>
            <translation>%1 : la cible est sur la peau et l'entrée dans le corps ; elles sont peut-être inversées.</translation>
        </message>
        <message>
            <source>%1: the entry lies %2 inside the body; the way from the skin to it is not measured.</source>
            <translation>%1 : l'entrée est à %2 dans le corps ; le chemin de la peau jusqu'à elle n'est pas mesuré.</translation>
        </message>
        <message>
            <source>%1: the entry lies %2 off the skin.</source>
            <translation>%1 : l'entrée est à %2 de la peau.</translation>
        </message>
        <message>
            <source>%1: the entry lies outside the scan.</source>
            <translation>%1 : l'entrée est hors de l'examen.</translation>
        </message>
        <message>
            <source>%1: the target lies outside the scan.</source>
            <translation>%1 : la cible est hors de l'examen.</translation>
        </message>
        <message>
            <source>%1: the target lies outside the body.</source>
            <translation>%1 : la cible est hors du corps.</translation>
        </message>
        <message>
            <source>%1: where the path leaves the skin was not found, so there is no depth.</source>
            <translation>%1 : la sortie du trajet par la peau n'a pas été trouvée, donc il n'y a pas de profondeur.</translation>
        </message>
        <message>
            <source>%1: the needle is too short to reach the target.</source>
            <translation>%1 : l'aiguille est trop courte pour atteindre la cible.</translation>
        </message>
        <message>
            <source>%1 of the %2 checks before the needle are not answered.</source>
            <translation>%1 des %2 vérifications avant le geste sont sans réponse.</translation>
        </message>
        <message>
            <source>The answer is not known: %1.</source>
            <translation>La réponse n'est pas connue : %1.</translation>
        </message>
        <message>
            <source>“%2” is no answer to: %1.</source>
            <translation>« %2 » n'est pas une réponse à : %1.</translation>
        </message>
        <message>
            <source>The check “%1” is not known here.</source>
            <translation>La vérification « %1 » est inconnue ici.</translation>
        </message>
        <message>
            <source>Coagulation: not ready until a relay or a stop, agreed with the treating physician, is recorded (who, when).</source>
            <translation>Coagulation : pas prêt tant qu'un relais ou un arrêt, convenu avec le médecin traitant, n'est pas noté (qui, quand).</translation>
        </message>
        <message>
            <source>Coagulation: the relay is recorded without who agreed to it and when.</source>
            <translation>Coagulation : le relais est noté sans qui l'a convenu ni quand.</translation>
        </message>
        <message>
            <source>Coagulation: relay or stop agreed by %1 on %2.</source>
            <translation>Coagulation : relais ou arrêt convenu par %1 le %2.</translation>
        </message>
        <message>
            <source>Minor contrast allergy: note the antihistamine.</source>
            <translation>Allergie mineure au contraste : noter l'antihistaminique.</translation>
        </message>
        <message>
            <source>Minor contrast allergy, noted: %1.</source>
            <translation>Allergie mineure au contraste, noté : %1.</translation>
        </message>
        <message>
            <source>Severe contrast allergy: make the contrast test with air.</source>
            <translation>Allergie sévère au contraste : faire le test de contraste à l'air.</translation>
        </message>
        <message>
            <source>Severe contrast allergy: the guidance must be CT, and it is not given.</source>
            <translation>Allergie sévère au contraste : le guidage doit être le scanner, et il n'est pas indiqué.</translation>
        </message>
        <message>
            <source>Severe contrast allergy: fluoroscopy is refused, the guidance must be CT.</source>
            <translation>Allergie sévère au contraste : la radioscopie est refusée, le guidage doit être le scanner.</translation>
        </message>
        <message>
            <source>Infection at the puncture site or of the spine: absolute contraindication.</source>
            <translation>Infection au point de ponction ou du rachis : contre-indication absolue.</translation>
        </message>
        <message>
            <source>Operated spine: imaging guidance is mandatory; choose the route and the corticoid for it, never a particulate steroid into a vessel.</source>
            <translation>Rachis opéré : guidage par imagerie obligatoire ; choisir la voie et le corticoïde en conséquence, jamais de corticoïde particulaire dans un vaisseau.</translation>
        </message>
        <message>
            <source>Operated spine and a foraminal route: most of the reported spinal-cord infarctions happened so.</source>
            <translation>Rachis opéré et voie foraminale : la plupart des infarctus médullaires rapportés sont survenus ainsi.</translation>
        </message>
        <message>
            <source>Unbalanced diabetes: postponed until the treatment is adapted.</source>
            <translation>Diabète déséquilibré : reporté jusqu'à l'adaptation du traitement.</translation>
        </message>
        <message>
            <source>Infiltrated on %1: at most one or two more, one to four weeks apart.</source>
            <translation>Infiltration le %1 : au plus une ou deux autres, à une à quatre semaines d'intervalle.</translation>
        </message>
        <message>
            <source>Infiltrated on %1: the interval is not known, for want of this procedure's date.</source>
            <translation>Infiltration le %1 : l'intervalle est inconnu, faute de la date de ce geste.</translation>
        </message>
        <message>
            <source>The earlier infiltration's date, %1, is still to come.</source>
            <translation>La date de l'infiltration antérieure, %1, est encore à venir.</translation>
        </message>
        <message>
            <source>Infiltrated %1 days ago, on %2: the interval is one to four weeks.</source>
            <translation>Infiltration il y a %1 jours, le %2 : l'intervalle est d'une à quatre semaines.</translation>
        </message>
        <message>
            <source>%1: the report says %3 mm of path length, its points %4 mm.</source>
            <translation>%1 : le compte rendu dit %3 mm de trajet, ses points %4 mm.</translation>
        </message>
        <message>
            <source>%1: the report says %3 degrees for %2, its points %4 degrees.</source>
            <translation>%1 : le compte rendu dit %3 degrés pour %2, ses points %4 degrés.</translation>
        </message>
        <message>
            <source>%1 entries of the report do not follow its form and are left out.</source>
            <translation>%1 éléments du compte rendu ne suivent pas sa forme et sont écartés.</translation>
        </message>
        <message>
            <source>The report holds a distance, “%1”, that belongs to none of its needles.</source>
            <translation>Le compte rendu contient une distance, « %1 », qui n'appartient à aucune de ses aiguilles.</translation>
        </message>
        <message>
            <source>The file says two different things about where it lies.</source>
            <translation>Le fichier donne deux indications différentes de sa position.</translation>
        </message>
        <message>
            <source>The file lies in another frame of reference than the scan, and is not used: %2. Choose the structures made on this scan.</source>
            <translation>Le fichier est dans un autre repère spatial que l'examen et n'est pas utilisé : %2. Choisissez les structures faites sur cet examen.</translation>
        </message>
        <message>
            <source>The structures do not lie on the scan's grid.</source>
            <translation>Les structures ne sont pas sur la grille de l'examen.</translation>
        </message>
        <message>
            <source>The file belongs to another patient and is not used: %2.</source>
            <translation>Le fichier est celui d'un autre patient et n'est pas utilisé : %2.</translation>
        </message>
        <message>
            <source>The plan was made on another series: %2. Name the series of the plan.</source>
            <translation>Le plan a été fait sur une autre série : %2. Nommez la série du plan.</translation>
        </message>
        <message>
            <source>“%2” cannot be understood here.</source>
            <translation>« %2 » ne peut pas être compris ici.</translation>
        </message>
        <message>
            <source>An outline cannot be read.</source>
            <translation>Un contour est illisible.</translation>
        </message>
        <message>
            <source>The structures' frames do not fit their description.</source>
            <translation>Les images des structures ne correspondent pas à leur description.</translation>
        </message>
        <message>
            <source>The structures' place in the patient cannot be told.</source>
            <translation>La position des structures dans le patient ne peut être établie.</translation>
        </message>
        <message>
            <source>“%2” is no needle: write it as 22Gx90, 10 to 300 mm long.</source>
            <translation>« %2 » n'est pas une aiguille : écrire 22Gx90, de 10 à 300 mm.</translation>
        </message>
        <message>
            <source>The site's routes file is refused; mend it or take it away.</source>
            <translation>Le fichier des voies du site est refusé ; corrigez-le ou retirez-le.</translation>
        </message>
        <message>
            <source>The list of segments is broken.</source>
            <translation>La liste des segments est altérée.</translation>
        </message>
        <message>
            <source>A value cannot be used.</source>
            <translation>Une valeur est inutilisable.</translation>
        </message>
        <message>
            <source>The report is broken.</source>
            <translation>Le compte rendu est altéré.</translation>
        </message>
        <message>
            <source>Stopped.</source>
            <translation>Arrêté.</translation>
        </message>
        <message>
            <source>The file's contents could not be encoded.</source>
            <translation>Le contenu du fichier n'a pas pu être encodé.</translation>
        </message>
        <message>
            <source>The file cannot be read; check that it is there and that you may read it.</source>
            <translation>Le fichier ne peut pas être lu ; vérifiez qu'il est là et que vous avez le droit de le lire.</translation>
        </message>
        <message>
            <source>Nothing was written, and what was there before is unchanged; choose a place with room that you may write to.</source>
            <translation>Rien n'a été écrit, et ce qui était là est inchangé ; choisissez un endroit où il y a de la place et où vous avez le droit d'écrire.</translation>
        </message>
        <message>
            <source>The outlines do not lie in parallel planes.</source>
            <translation>Les contours ne sont pas dans des plans parallèles.</translation>
        </message>
        <message>
            <source>The image's compressed pixels cannot be decoded.</source>
            <translation>Les pixels compressés de l'image ne peuvent être décodés.</translation>
        </message>
        <message>
            <source>This is a DICOMDIR, not an image; open its folder.</source>
            <translation>C'est un DICOMDIR, pas une image ; ouvrez son dossier.</translation>
        </message>
        <message>
            <source>A DICOM element is given twice.</source>
            <translation>Un élément DICOM est donné deux fois.</translation>
        </message>
        <message>
            <source>Two frames of the structures lie at one place.</source>
            <translation>Deux images des structures sont au même endroit.</translation>
        </message>
        <message>
            <source>Two different slices lie at one place; export one reconstruction alone.</source>
            <translation>Deux coupes différentes sont au même endroit ; exportez une seule reconstruction.</translation>
        </message>
        <message>
            <source>The folder is empty; choose the one that holds the scan.</source>
            <translation>Le dossier est vide ; choisissez celui qui contient l'examen.</translation>
        </message>
        <message>
            <source>The file changed while it was being read; open the series again.</source>
            <translation>Le fichier a changé pendant sa lecture ; ouvrez la série de nouveau.</translation>
        </message>
        <message>
            <source>The file is damaged; get it again from where it came.</source>
            <translation>Le fichier est endommagé ; reprenez-le à sa source.</translation>
        </message>
        <message>
            <source>The file is there already and is no earlier version of this plan, so nothing was written; choose another name.</source>
            <translation>Le fichier existe déjà et n'est pas une version antérieure de ce plan, donc rien n'a été écrit ; choisissez un autre nom.</translation>
        </message>
        <message>
            <source>Fluoroscopy is not opened as a volume.</source>
            <translation>La radioscopie ne s'ouvre pas comme un volume.</translation>
        </message>
        <message>
            <source>The file names no frame of reference to compare with the scan's: %2.</source>
            <translation>Le fichier ne nomme aucun repère à comparer à celui de l'examen : %2.</translation>
        </message>
        <message>
            <source>The structures' frames do not say where they lie.</source>
            <translation>Les images des structures n'indiquent pas leur position.</translation>
        </message>
        <message>
            <source>The image is larger than any scanner's.</source>
            <translation>L'image est plus grande que celle de tout scanner.</translation>
        </message>
        <message>
            <source>No plan can be made: %2</source>
            <translation>Aucun plan n'est possible : %2</translation>
        </message>
        <message>
            <source>The program made a mistake; please report it: %2</source>
            <translation>Le programme a fait une erreur ; merci de la signaler : %2</translation>
        </message>
        <message>
            <source>This segmentation is a label map, which is not read as a scan.</source>
            <translation>Cette segmentation est une carte d'étiquettes, qui ne se lit pas comme un examen.</translation>
        </message>
        <message>
            <source>The series is a scout view, not a volume; choose the slices.</source>
            <translation>La série est un topogramme, pas un volume ; choisissez les coupes.</translation>
        </message>
        <message>
            <source>The DICOM file is malformed.</source>
            <translation>Le fichier DICOM est mal formé.</translation>
        </message>
        <message>
            <source>Slices are missing from the series; get the whole series again from where it came.</source>
            <translation>Il manque des coupes à la série ; reprenez la série entière à sa source.</translation>
        </message>
        <message>
            <source>The images of one volume differ in orientation.</source>
            <translation>Les images d'un même volume diffèrent d'orientation.</translation>
        </message>
        <message>
            <source>MR is not read by this version.</source>
            <translation>L'IRM n'est pas lue par cette version.</translation>
        </message>
        <message>
            <source>The file needs more memory than any real file.</source>
            <translation>Le fichier demande plus de mémoire que tout fichier réel.</translation>
        </message>
        <message>
            <source>The file's sequences are nested deeper than any real file's.</source>
            <translation>Les séquences du fichier sont plus imbriquées que dans tout fichier réel.</translation>
        </message>
        <message>
            <source>No body was found in the scan.</source>
            <translation>Aucun corps n'a été trouvé dans l'examen.</translation>
        </message>
        <message>
            <source>The structure set holds no closed outline.</source>
            <translation>Le jeu de structures ne contient aucun contour fermé.</translation>
        </message>
        <message>
            <source>No CT series was found; choose a folder that holds one.</source>
            <translation>Aucune série de scanner n'a été trouvée ; choisissez un dossier qui en contient une.</translation>
        </message>
        <message>
            <source>No DICOM file was found; choose a folder that holds a scan.</source>
            <translation>Aucun fichier DICOM n'a été trouvé ; choisissez un dossier qui contient un examen.</translation>
        </message>
        <message>
            <source>The file has no SOP Instance UID.</source>
            <translation>Le fichier n'a pas de SOP Instance UID.</translation>
        </message>
        <message>
            <source>There is not enough memory for the scan; close other programs, or export fewer slices.</source>
            <translation>Il n'y a pas assez de mémoire pour l'examen ; fermez d'autres programmes ou exportez moins de coupes.</translation>
        </message>
        <message>
            <source>The image does not say how it is oriented.</source>
            <translation>L'image n'indique pas son orientation.</translation>
        </message>
        <message>
            <source>The file holds no pixels.</source>
            <translation>Le fichier ne contient pas de pixels.</translation>
        </message>
        <message>
            <source>The image does not say the size of its pixels.</source>
            <translation>L'image n'indique pas la taille de ses pixels.</translation>
        </message>
        <message>
            <source>The image does not say where it lies.</source>
            <translation>L'image n'indique pas sa position.</translation>
        </message>
        <message>
            <source>The program that reads files cannot be started; install needleplan again.</source>
            <translation>Le programme qui lit les fichiers ne peut pas être lancé ; réinstallez needleplan.</translation>
        </message>
        <message>
            <source>The file belongs to no series.</source>
            <translation>Le fichier n'appartient à aucune série.</translation>
        </message>
        <message>
            <source>The file has no Series Instance UID.</source>
            <translation>Le fichier n'a pas de Series Instance UID.</translation>
        </message>
        <message>
            <source>The body fills all that was scanned: there is no skin to see.</source>
            <translation>Le corps remplit tout le champ : aucune peau n'est visible.</translation>
        </message>
        <message>
            <source>How far the slices lie apart is not said.</source>
            <translation>L'écart entre les coupes n'est pas indiqué.</translation>
        </message>
        <message>
            <source>The file has no Study Instance UID.</source>
            <translation>Le fichier n'a pas de Study Instance UID.</translation>
        </message>
        <message>
            <source>There is no such file or folder; check the name.</source>
            <translation>Ce fichier ou dossier n'existe pas ; vérifiez le nom.</translation>
        </message>
        <message>
            <source>This is no control of a needle plan.</source>
            <translation>Ce n'est pas le contrôle d'un plan d'aiguille.</translation>
        </message>
        <message>
            <source>A control is saved for a plan that was saved before.</source>
            <translation>Un contrôle s'enregistre pour un plan déjà enregistré.</translation>
        </message>
        <message>
            <source>This is no label map.</source>
            <translation>Ce n'est pas une carte d'étiquettes.</translation>
        </message>
        <message>
            <source>This is no needle plan; choose a report that this program wrote.</source>
            <translation>Ce n'est pas un plan d'aiguille ; choisissez un compte rendu écrit par ce programme.</translation>
        </message>
        <message>
            <source>The slices do not lie in one stack.</source>
            <translation>Les coupes ne forment pas une seule pile.</translation>
        </message>
        <message>
            <source>This is no volume that can be planned in.</source>
            <translation>Ce n'est pas un volume où l'on puisse planifier.</translation>
        </message>
        <message>
            <source>This is no DICOM file.</source>
            <translation>Ce n'est pas un fichier DICOM.</translation>
        </message>
        <message>
            <source>This is no DICOMDIR.</source>
            <translation>Ce n'est pas un DICOMDIR.</translation>
        </message>
        <message>
            <source>The series cannot be opened.</source>
            <translation>La série ne peut être ouverte.</translation>
        </message>
        <message>
            <source>The file holds no structures; choose a DICOM SEG, an RTSTRUCT or a label map.</source>
            <translation>Le fichier ne contient pas de structures ; choisissez un SEG ou un RTSTRUCT DICOM, ou une carte d'étiquettes.</translation>
        </message>
        <message>
            <source>There is no structure to write.</source>
            <translation>Il n'y a aucune structure à écrire.</translation>
        </message>
        <message>
            <source>The image's rows and columns are not at right angles.</source>
            <translation>Les lignes et colonnes de l'image ne sont pas à angle droit.</translation>
        </message>
        <message>
            <source>There is not enough memory.</source>
            <translation>Il n'y a pas assez de mémoire.</translation>
        </message>
        <message>
            <source>The file lies outside the chosen folder and is not opened.</source>
            <translation>Le fichier est hors du dossier choisi et n'est pas ouvert.</translation>
        </message>
        <message>
            <source>The structures lie outside the scan.</source>
            <translation>Les structures sont hors de l'examen.</translation>
        </message>
        <message>
            <source>The file names no patient to compare with the scan's: %2.</source>
            <translation>Le fichier ne nomme aucun patient à comparer à celui de l'examen : %2.</translation>
        </message>
        <message>
            <source>The image's pixels are cut off; get the file again from where it came.</source>
            <translation>Les pixels de l'image sont tronqués ; reprenez le fichier à sa source.</translation>
        </message>
        <message>
            <source>The file broke its reader and was set aside.</source>
            <translation>Le fichier a fait échouer son lecteur et a été écarté.</translation>
        </message>
        <message>
            <source>The report did not pass its own check; nothing was written. Please report this: %2</source>
            <translation>Le compte rendu n'a pas passé sa propre vérification ; rien n'a été écrit. Merci de le signaler : %2</translation>
        </message>
        <message>
            <source>A label map can only be read on an open scan; open the scan first.</source>
            <translation>Une carte d'étiquettes ne peut être lue que sur un examen ouvert ; ouvrez d'abord l'examen.</translation>
        </message>
        <message>
            <source>There are several series; name the folder of one: %2</source>
            <translation>Il y a plusieurs séries ; indiquer le dossier de l'une : %2</translation>
        </message>
        <message>
            <source>The series is a single slice of unknown thickness.</source>
            <translation>La série est une coupe unique d'épaisseur inconnue.</translation>
        </message>
        <message>
            <source>The structures are too large to write.</source>
            <translation>Les structures sont trop grandes pour être écrites.</translation>
        </message>
        <message>
            <source>The file has more elements than any real file.</source>
            <translation>Le fichier a plus d'éléments que tout fichier réel.</translation>
        </message>
        <message>
            <source>The file is cut off; get it again from where it came.</source>
            <translation>Le fichier est tronqué ; reprenez-le à sa source.</translation>
        </message>
        <message>
            <source>The slices are not evenly spaced, so this is no volume to measure in; export the whole original series.</source>
            <translation>Les coupes ne sont pas régulièrement espacées, ce n'est donc pas un volume mesurable ; exportez la série originale entière.</translation>
        </message>
        <message>
            <source>“%2” is no answer to this check.</source>
            <translation>« %2 » n'est pas une réponse à cette vérification.</translation>
        </message>
        <message>
            <source>The check “%2” is not known.</source>
            <translation>La vérification « %2 » est inconnue.</translation>
        </message>
        <message>
            <source>There is no needle of %2 in the chart: 18, 20, 22, 23, 25, 26, 27 G.</source>
            <translation>Il n'y a pas d'aiguille de %2 dans le tableau : 18, 20, 22, 23, 25, 26, 27 G.</translation>
        </message>
        <message>
            <source>The route “%2” is not known.</source>
            <translation>La voie « %2 » est inconnue.</translation>
        </message>
        <message>
            <source>There is no structure called “%2”.</source>
            <translation>Aucune structure ne s'appelle « %2 ».</translation>
        </message>
        <message>
            <source>This kind of label map is not read.</source>
            <translation>Ce type de carte d'étiquettes n'est pas lu.</translation>
        </message>
        <message>
            <source>The image's pixels are of a kind that is not read.</source>
            <translation>Les pixels de l'image sont d'un type qui n'est pas lu.</translation>
        </message>
        <message>
            <source>This kind of segmentation is not read.</source>
            <translation>Ce type de segmentation n'est pas lu.</translation>
        </message>
        <message>
            <source>The file's encoding is not read; export it uncompressed or in JPEG, JPEG-LS, JPEG 2000 or RLE.</source>
            <translation>Le codage du fichier n'est pas lu ; exportez-le non comprimé ou en JPEG, JPEG-LS, JPEG 2000 ou RLE.</translation>
        </message>
        <message>
            <source>The views do not show one place.</source>
            <translation>Les vues ne montrent pas un même endroit.</translation>
        </message>
        <message>
            <source>The views are too alike to tell the depth.</source>
            <translation>Les vues se ressemblent trop pour donner la profondeur.</translation>
        </message>
        <message>
            <source>The series is too large to be opened.</source>
            <translation>La série est trop grande pour être ouverte.</translation>
        </message>
        <message>
            <source>No file tells whether table and patient kept still between the views.</source>
            <translation>Aucun fichier ne dit si la table et le patient sont restés immobiles entre les vues.</translation>
        </message>
        <message>
            <source>%1: taken as seen facing the patient, head up; the file does not say.</source>
            <translation>%1 : considérée comme vue face au patient, tête en haut ; le fichier ne le dit pas.</translation>
        </message>
        <message>
            <source>The two views are of two studies.</source>
            <translation>Les deux vues appartiennent à deux études.</translation>
        </message>
        <message>
            <source>The image does not tell enough of its geometry. Missing or unusable: %2.</source>
            <translation>L'image n'indique pas assez sa géométrie. Manque ou inutilisable : %2.</translation>
        </message>
        <message>
            <source>This is no fluoroscopy image.</source>
            <translation>Ce n'est pas une image de radioscopie.</translation>
        </message>
        <message>
            <source>The point lies outside the image.</source>
            <translation>Le point est hors de l'image.</translation>
        </message>
        <message>
            <source>The C-arm moves during this run: a place in it is not seen from one angle.</source>
            <translation>L'arceau bouge pendant cette série : un point n'y est pas vu sous un seul angle.</translation>
        </message>
        <message>
            <source>The table moved between the views: they do not show one place.</source>
            <translation>La table a bougé entre les vues : elles ne montrent pas un même endroit.</translation>
        </message>
        <message>
            <source>No scan is open; open the scan first.</source>
            <translation>Aucun examen n'est ouvert ; ouvrir d'abord l'examen.</translation>
        </message>
        <message>
            <source>The plan is not ready, so it cannot be approved; save it as a draft, or see the findings.</source>
            <translation>Le plan n'est pas prêt et ne peut être approuvé ; l'enregistrer comme brouillon, ou voir les constats.</translation>
        </message>
        <message>
            <source>The plan was made on another scan (%2); open the folder of that scan first.</source>
            <translation>Le plan a été fait sur un autre examen (%2) ; ouvrir d'abord le dossier de cet examen.</translation>
        </message>
        <message>
            <source>These structures are open already.</source>
            <translation>Ces structures sont déjà ouvertes.</translation>
        </message>
        <message>
            <source>The archive&apos;s index cannot be used; its DICOM files are untouched.</source>
            <translation>L&apos;index de l&apos;archive ne peut être utilisé ; ses fichiers DICOM sont intacts.</translation>
        </message>
        <message>
            <source>The plan of this control is not in the archive; add it to the folder.</source>
            <translation>Le plan de ce contrôle n&apos;est pas dans l&apos;archive ; ajoutez-le au dossier.</translation>
        </message>
        <message>
            <source>Too few needles of this route to make a placement error of: %2.</source>
            <translation>Trop peu d&apos;aiguilles de cette voie pour en tirer une erreur de placement : %2.</translation>
        </message>
        <message>
            <source>The site&apos;s routes file has placement errors of this route already, by guidance or path; change them there.</source>
            <translation>Le fichier des voies du site a déjà des erreurs de placement pour cette voie, par guidage ou trajet ; modifiez-les là.</translation>
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
        <message>
            <source>Making the demo case</source>
            <translation>Préparation du cas de démonstration</translation>
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
        <message>
            <source>Plan</source>
            <translation>Plan</translation>
        </message>
        <message>
            <source>Archive</source>
            <translation>Archive</translation>
        </message>
        <message>
            <source>Audit</source>
            <translation>Audit</translation>
        </message>
        <message>
            <source>The whole archive</source>
            <translation>Toute l&apos;archive</translation>
        </message>
        <message>
            <source>Archive: %1</source>
            <translation>Archive : %1</translation>
        </message>
        <message>
            <source>Open the folder that holds the plan&apos;s scan</source>
            <translation>Ouvrir le dossier de l&apos;examen du plan</translation>
        </message>
    </context>
    <context>
        <name>app::panels::AnglesPanel</name>
        <message>
            <source>machine shows %1</source>
            <translation>la machine affiche %1</translation>
        </message>
        <message>
            <source>beyond the usual reach</source>
            <translation>hors de portée habituelle</translation>
        </message>
        <message>
            <source>C-arm, detector on the entry's side</source>
            <translation>Arceau, détecteur côté entrée</translation>
        </message>
        <message>
            <source>C-arm, detector on the target's side</source>
            <translation>Arceau, détecteur côté cible</translation>
        </message>
        <message>
            <source>Other angles, entry's slice</source>
            <translation>Autres angles, coupe d'entrée</translation>
        </message>
        <message>
            <source>From the vertical</source>
            <translation>Depuis la verticale</translation>
        </message>
        <message>
            <source>In the axial plane, from gravity, as the patient lies in the scan: what a goniometer reads</source>
            <translation>Dans le plan axial, depuis la gravité, le patient étant couché comme sur l'examen : ce que lit un goniomètre</translation>
        </message>
        <message>
            <source>Entry's slice location</source>
            <translation>Coupe de l'entrée</translation>
        </message>
        <message>
            <source>As the scanner prints it</source>
            <translation>Telle que le scanner l'imprime</translation>
        </message>
        <message>
            <source>To hold the needle in one slice of a tilted gantry: another pair of angles, never to be mixed</source>
            <translation>Pour tenir l'aiguille dans une coupe du statif incliné : une autre paire d'angles, à ne jamais mélanger</translation>
        </message>
        <message>
            <source>Gantry tilt</source>
            <translation>Statif incliné de</translation>
        </message>
        <message>
            <source>In the tilted slice</source>
            <translation>Dans cette coupe</translation>
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
            <source>In-plane, axial</source>
            <translation>Dans le plan axial</translation>
        </message>
        <message>
            <source>Cranio-caudal</source>
            <translation>Cranio-caudal</translation>
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
        <message>
            <source>Depth, from the skin</source>
            <translation>Profondeur (peau)</translation>
        </message>
        <message>
            <source>Skin to target, along the path</source>
            <translation>De la peau à la cible, le long du trajet</translation>
        </message>
        <message>
            <source>Path, from the entry</source>
            <translation>Trajet (entrée)</translation>
        </message>
        <message>
            <source>Entry to target</source>
            <translation>De l'entrée à la cible</translation>
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
        <message>
            <source>other sex</source>
            <translation>autre sexe</translation>
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
        <message>
            <source>margin %1 mm</source>
            <translation>marge %1 mm</translation>
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
    <context>
        <name>app::archive::ArchivePage</name>
        <message>
            <source>Compare two plans</source>
            <translation>Comparer deux plans</translation>
        </message>
        <message>
            <source>Open in the planner</source>
            <translation>Ouvrir dans le planificateur</translation>
        </message>
        <message>
            <source>Folder</source>
            <translation>Dossier</translation>
        </message>
        <message>
            <source>Read all again</source>
            <translation>Tout relire</translation>
        </message>
        <message>
            <source>Audit what is found</source>
            <translation>Audit du résultat</translation>
        </message>
        <message>
            <source>Choose two plans of one patient with Ctrl</source>
            <translation>Choisissez deux plans d&apos;un même patient avec Ctrl</translation>
        </message>
        <message>
            <source>Folder of the archive</source>
            <translation>Dossier de l&apos;archive</translation>
        </message>
        <message>
            <source>Reading the archive</source>
            <translation>Lecture de l&apos;archive</translation>
        </message>
        <message numerus="yes">
            <source>%n found</source>
            <translation>
                <numerusform>%n trouvé</numerusform>
                <numerusform>%n trouvés</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n file(s) not read</source>
            <translation>
                <numerusform>%n fichier non lu</numerusform>
                <numerusform>%n fichiers non lus</numerusform>
            </translation>
        </message>
        <message>
            <source>File</source>
            <translation>Fichier</translation>
        </message>
        <message>
            <source>Not read</source>
            <translation>Non lu</translation>
        </message>
        <message>
            <source>Label</source>
            <translation>Libellé</translation>
        </message>
        <message>
            <source>Tip error</source>
            <translation>Erreur de pointe</translation>
        </message>
        <message>
            <source>Reading the versions</source>
            <translation>Lecture des versions</translation>
        </message>
    </context>
    <context>
        <name>app::archive::ReportsModel</name>
        <message>
            <source>plan</source>
            <translation>plan</translation>
        </message>
        <message>
            <source>control</source>
            <translation>contrôle</translation>
        </message>
        <message>
            <source>not read</source>
            <translation>non lu</translation>
        </message>
        <message>
            <source>tip error %1</source>
            <translation>erreur de pointe %1</translation>
        </message>
        <message>
            <source>earlier version</source>
            <translation>version antérieure</translation>
        </message>
        <message>
            <source>complete</source>
            <translation>validé</translation>
        </message>
        <message>
            <source>draft</source>
            <translation>brouillon</translation>
        </message>
        <message>
            <source>Saved</source>
            <translation>Enregistré</translation>
        </message>
        <message>
            <source>Patient</source>
            <translation>Patient</translation>
        </message>
        <message>
            <source>ID</source>
            <translation>ID</translation>
        </message>
        <message>
            <source>What</source>
            <translation>Quoi</translation>
        </message>
        <message>
            <source>Route</source>
            <translation>Voie</translation>
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
            <source>Operator</source>
            <translation>Opérateur</translation>
        </message>
        <message>
            <source>Verdict</source>
            <translation>Verdict</translation>
        </message>
        <message>
            <source>State</source>
            <translation>État</translation>
        </message>
    </context>
    <context>
        <name>app::archive::SearchFields</name>
        <message>
            <source>Patient&apos;s name or ID</source>
            <translation>Nom ou ID du patient</translation>
        </message>
        <message>
            <source>From YYYY-MM-DD</source>
            <translation>Du AAAA-MM-JJ</translation>
        </message>
        <message>
            <source>To YYYY-MM-DD</source>
            <translation>Au AAAA-MM-JJ</translation>
        </message>
        <message>
            <source>Level</source>
            <translation>Niveau</translation>
        </message>
        <message>
            <source>Operator</source>
            <translation>Opérateur</translation>
        </message>
        <message>
            <source>Any route</source>
            <translation>Toute voie</translation>
        </message>
        <message>
            <source>Any verdict</source>
            <translation>Tout verdict</translation>
        </message>
        <message>
            <source>Plans and controls</source>
            <translation>Plans et contrôles</translation>
        </message>
        <message>
            <source>Earlier versions too</source>
            <translation>Versions antérieures aussi</translation>
        </message>
        <message>
            <source>Plans</source>
            <translation>Plans</translation>
        </message>
        <message>
            <source>Controls</source>
            <translation>Contrôles</translation>
        </message>
        <message>
            <source>Files that are no report</source>
            <translation>Fichiers qui ne sont pas des comptes rendus</translation>
        </message>
        <message>
            <source>Clear</source>
            <translation>Effacer</translation>
        </message>
    </context>
    <context>
        <name>app::archive::Versions</name>
        <message>
            <source>%1: new.</source>
            <translation>%1 : nouvelle.</translation>
        </message>
        <message>
            <source>%1: taken away.</source>
            <translation>%1 : retirée.</translation>
        </message>
        <message>
            <source>%1: the target moved by %2.</source>
            <translation>%1 : la cible a bougé de %2.</translation>
        </message>
        <message>
            <source>%1: the target was placed or taken away.</source>
            <translation>%1 : la cible a été placée ou retirée.</translation>
        </message>
        <message>
            <source>%1: the entry moved by %2.</source>
            <translation>%1 : le point d&apos;entrée a bougé de %2.</translation>
        </message>
        <message>
            <source>%1: the entry was placed or taken away.</source>
            <translation>%1 : le point d&apos;entrée a été placé ou retiré.</translation>
        </message>
        <message>
            <source>%1: the needle went from %2 to %3.</source>
            <translation>%1 : l&apos;aiguille est passée de %2 à %3.</translation>
        </message>
        <message>
            <source>%1: the depth went from %2 to %3.</source>
            <translation>%1 : la profondeur est passée de %2 à %3.</translation>
        </message>
        <message>
            <source>%1: the verdict went from %2 to %3.</source>
            <translation>%1 : le verdict est passé de %2 à %3.</translation>
        </message>
        <message>
            <source>The route went from %1 to %2.</source>
            <translation>La voie est passée de %1 à %2.</translation>
        </message>
        <message>
            <source>The level went from %1 to %2.</source>
            <translation>Le niveau est passé de %1 à %2.</translation>
        </message>
        <message>
            <source>The side went from %1 to %2.</source>
            <translation>Le côté est passé de %1 à %2.</translation>
        </message>
        <message>
            <source>The operator went from %1 to %2.</source>
            <translation>L&apos;opérateur est passé de %1 à %2.</translation>
        </message>
        <message>
            <source>Version %1</source>
            <translation>Version %1</translation>
        </message>
        <message>
            <source>The plan&apos;s verdict went from %1 to %2.</source>
            <translation>Le verdict du plan est passé de %1 à %2.</translation>
        </message>
        <message>
            <source>The check “%1” went from %2 to %3.</source>
            <translation>La vérification « %1 » est passée de %2 à %3.</translation>
        </message>
        <message>
            <source>The structure “%1” was added.</source>
            <translation>La structure « %1 » a été ajoutée.</translation>
        </message>
        <message>
            <source>The structure “%1” was taken away.</source>
            <translation>La structure « %1 » a été retirée.</translation>
        </message>
        <message>
            <source>The plan became ready.</source>
            <translation>Le plan est devenu prêt.</translation>
        </message>
        <message>
            <source>The plan is no longer ready.</source>
            <translation>Le plan n&apos;est plus prêt.</translation>
        </message>
        <message>
            <source>The plan was marked complete.</source>
            <translation>Le plan a été validé.</translation>
        </message>
        <message>
            <source>The plan became a draft again.</source>
            <translation>Le plan est redevenu un brouillon.</translation>
        </message>
        <message>
            <source>open</source>
            <translation>ouvrir</translation>
        </message>
        <message>
            <source>The file cannot be read any more.</source>
            <translation>Le fichier ne peut plus être lu.</translation>
        </message>
        <message>
            <source>The version before this one is not in the archive.</source>
            <translation>La version précédente n&apos;est pas dans l&apos;archive.</translation>
        </message>
        <message>
            <source>Nothing that is listed here changed.</source>
            <translation>Rien de ce qui est listé ici n&apos;a changé.</translation>
        </message>
    </context>
    <context>
        <name>app::archive::Comparison</name>
        <message>
            <source>%1 apart</source>
            <translation>écart de %1</translation>
        </message>
        <message>
            <source>not measured</source>
            <translation>non mesuré</translation>
        </message>
        <message>
            <source>Needle</source>
            <translation>Aiguille</translation>
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
            <source>Path, entry to target</source>
            <translation>Trajet, entrée à cible</translation>
        </message>
        <message>
            <source>Depth, skin to target</source>
            <translation>Profondeur, peau à cible</translation>
        </message>
        <message>
            <source>In-plane angle</source>
            <translation>Angle dans le plan</translation>
        </message>
        <message>
            <source>Cranio-caudal angle</source>
            <translation>Angle cranio-caudal</translation>
        </message>
        <message>
            <source>Verdict</source>
            <translation>Verdict</translation>
        </message>
        <message>
            <source>Operator</source>
            <translation>Opérateur</translation>
        </message>
        <message>
            <source>Route</source>
            <translation>Voie</translation>
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
            <source>Plan&apos;s verdict</source>
            <translation>Verdict du plan</translation>
        </message>
        <message>
            <source>Ready</source>
            <translation>Prêt</translation>
        </message>
        <message>
            <source>yes</source>
            <translation>oui</translation>
        </message>
        <message>
            <source>no</source>
            <translation>non</translation>
        </message>
    </context>
    <context>
        <name>app::archive::ComparisonModel</name>
        <message>
            <source>Difference (B − A)</source>
            <translation>Différence (B − A)</translation>
        </message>
    </context>
    <context>
        <name>app::archive::CompareView</name>
        <message>
            <source>Back to the list</source>
            <translation>Retour à la liste</translation>
        </message>
        <message>
            <source>The plans lie in two frames of reference: their places cannot be compared.</source>
            <translation>Les plans sont dans deux référentiels : leurs positions ne se comparent pas.</translation>
        </message>
    </context>
    <context>
        <name>app::archive::TrajectoryPicture</name>
        <message>
            <source>No needle is placed.</source>
            <translation>Aucune aiguille n&apos;est placée.</translation>
        </message>
        <message>
            <source>Axial</source>
            <translation>Axial</translation>
        </message>
        <message>
            <source>Sagittal</source>
            <translation>Sagittal</translation>
        </message>
        <message>
            <source>10 mm</source>
            <translation>10 mm</translation>
        </message>
    </context>
    <context>
        <name>app::audit::Texts</name>
        <message>
            <source>not known</source>
            <translation>non connu</translation>
        </message>
        <message>
            <source>Operator %1</source>
            <translation>Opérateur %1</translation>
        </message>
        <message>
            <source>By route</source>
            <translation>Par voie</translation>
        </message>
        <message>
            <source>By level</source>
            <translation>Par niveau</translation>
        </message>
        <message>
            <source>By gauge</source>
            <translation>Par calibre</translation>
        </message>
        <message>
            <source>By operator</source>
            <translation>Par opérateur</translation>
        </message>
        <message>
            <source>By month</source>
            <translation>Par mois</translation>
        </message>
        <message>
            <source>Tip error</source>
            <translation>Erreur de pointe</translation>
        </message>
        <message>
            <source>Lateral error</source>
            <translation>Erreur latérale</translation>
        </message>
        <message>
            <source>Depth error (+ too deep)</source>
            <translation>Erreur de profondeur (+ trop profond)</translation>
        </message>
        <message>
            <source>Entry error</source>
            <translation>Erreur d&apos;entrée</translation>
        </message>
        <message>
            <source>Angle error</source>
            <translation>Erreur d&apos;angle</translation>
        </message>
        <message>
            <source>Least clearance (− inside)</source>
            <translation>Distance minimale (− dedans)</translation>
        </message>
        <message>
            <source>Plan to control</source>
            <translation>Du plan au contrôle</translation>
        </message>
        <message>
            <source>%1 % (%2 to %3)</source>
            <translation>%1 % (%2 à %3)</translation>
        </message>
        <message numerus="yes">
            <source>%n file(s) could not be read as a plan or a control.</source>
            <translation>
                <numerusform>%n fichier n&apos;a pu être lu comme plan ou contrôle.</numerusform>
                <numerusform>%n fichiers n&apos;ont pu être lus comme plan ou contrôle.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n needle(s) with no planned needle to compare with.</source>
            <translation>
                <numerusform>%n aiguille sans aiguille prévue à comparer.</numerusform>
                <numerusform>%n aiguilles sans aiguille prévue à comparer.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n needle(s) whose registration nobody accepted.</source>
            <translation>
                <numerusform>%n aiguille dont le recalage n&apos;a été accepté par personne.</numerusform>
                <numerusform>%n aiguilles dont le recalage n&apos;a été accepté par personne.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n needle(s) of an earlier control: the last one counts.</source>
            <translation>
                <numerusform>%n aiguille d&apos;un contrôle antérieur : le dernier compte.</numerusform>
                <numerusform>%n aiguilles d&apos;un contrôle antérieur : le dernier compte.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n needle(s) of a report that a later version replaces.</source>
            <translation>
                <numerusform>%n aiguille d&apos;un compte rendu remplacé par une version ultérieure.</numerusform>
                <numerusform>%n aiguilles de comptes rendus remplacés par une version ultérieure.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n needle(s) of a report that is there twice.</source>
            <translation>
                <numerusform>%n aiguille d&apos;un compte rendu présent deux fois.</numerusform>
                <numerusform>%n aiguilles de comptes rendus présents deux fois.</numerusform>
            </translation>
        </message>
        <message>
            <source>%1 (%2 to %3)</source>
            <translation>%1 (%2 à %3)</translation>
        </message>
    </context>
    <context>
        <name>app::audit::Plots</name>
        <message>
            <source>No needle has this value.</source>
            <translation>Aucune aiguille n&apos;a cette valeur.</translation>
        </message>
        <message>
            <source>n = %1, mean %2</source>
            <translation>n = %1, moyenne %2</translation>
        </message>
        <message>
            <source>A chart takes two needles or more.</source>
            <translation>Une carte demande au moins deux aiguilles.</translation>
        </message>
        <message>
            <source>limit %1</source>
            <translation>limite %1</translation>
        </message>
        <message>
            <source>mean %1</source>
            <translation>moyenne %1</translation>
        </message>
        <message>
            <source>Needles with a breach, %</source>
            <translation>Aiguilles avec atteinte, %</translation>
        </message>
        <message>
            <source>%1: mean and 95 % interval</source>
            <translation>%1 : moyenne et intervalle à 95 %</translation>
        </message>
    </context>
    <context>
        <name>app::audit::Pdf</name>
        <message>
            <source>page %1</source>
            <translation>page %1</translation>
        </message>
        <message>
            <source>Measure</source>
            <translation>Mesure</translation>
        </message>
        <message>
            <source>n</source>
            <translation>n</translation>
        </message>
        <message>
            <source>mean</source>
            <translation>moyenne</translation>
        </message>
        <message>
            <source>SD</source>
            <translation>écart-type</translation>
        </message>
        <message>
            <source>95 % of the mean</source>
            <translation>moyenne à 95 %</translation>
        </message>
        <message>
            <source>median</source>
            <translation>médiane</translation>
        </message>
        <message>
            <source>quartiles</source>
            <translation>quartiles</translation>
        </message>
        <message>
            <source>largest</source>
            <translation>maximum</translation>
        </message>
        <message>
            <source>%1 to %2</source>
            <translation>%1 à %2</translation>
        </message>
        <message>
            <source>%1 (%2 to %3)</source>
            <translation>%1 (%2 à %3)</translation>
        </message>
        <message>
            <source>needles</source>
            <translation>aiguilles</translation>
        </message>
        <message>
            <source>tip error, mm</source>
            <translation>erreur de pointe, mm</translation>
        </message>
        <message>
            <source>angle error, °</source>
            <translation>erreur d&apos;angle, °</translation>
        </message>
        <message>
            <source>least clearance, mm</source>
            <translation>distance minimale, mm</translation>
        </message>
        <message>
            <source>needles with a breach</source>
            <translation>aiguilles avec atteinte</translation>
        </message>
        <message>
            <source>Needles outside the limits</source>
            <translation>Aiguilles hors limites</translation>
        </message>
        <message>
            <source>month</source>
            <translation>mois</translation>
        </message>
        <message>
            <source>route</source>
            <translation>voie</translation>
        </message>
        <message>
            <source>level</source>
            <translation>niveau</translation>
        </message>
        <message>
            <source>operator</source>
            <translation>opérateur</translation>
        </message>
        <message>
            <source>value</source>
            <translation>valeur</translation>
        </message>
        <message>
            <source>limit</source>
            <translation>limite</translation>
        </message>
        <message>
            <source>Audit of needle placement</source>
            <translation>Audit du placement des aiguilles</translation>
        </message>
        <message>
            <source>Of: %1</source>
            <translation>De : %1</translation>
        </message>
        <message numerus="yes">
            <source>Made on %1. %n needle(s), each as its last control shows it.</source>
            <translation>
                <numerusform>Fait le %1. %n aiguille, selon son dernier contrôle.</numerusform>
                <numerusform>Fait le %1. %n aiguilles, chacune selon son dernier contrôle.</numerusform>
            </translation>
        </message>
        <message>
            <source>Operators are blinded.</source>
            <translation>Opérateurs en aveugle.</translation>
        </message>
        <message>
            <source>Left out: %1</source>
            <translation>Écarté : %1</translation>
        </message>
        <message>
            <source>All needles</source>
            <translation>Toutes les aiguilles</translation>
        </message>
        <message>
            <source>Needles with a breach: %1, of those whose verdict is known.</source>
            <translation>Aiguilles avec atteinte : %1, parmi celles dont le verdict est connu.</translation>
        </message>
        <message>
            <source>Means with Student&apos;s 95 % interval, shares with Wilson&apos;s. Chart limits: mean ± 2.66 mean moving ranges. Errors do not hold the registration&apos;s own.</source>
            <translation>Moyennes avec l&apos;intervalle à 95 % de Student, parts avec celui de Wilson. Limites des cartes : moyenne ± 2.66 étendues mobiles moyennes. Les erreurs ne comprennent pas celle du recalage.</translation>
        </message>
        <message>
            <source>needleplan %1, not a certified medical device</source>
            <translation>needleplan %1, dispositif médical non certifié</translation>
        </message>
    </context>
    <context>
        <name>app::audit::GroupsModel</name>
        <message>
            <source>%1 (%2 to %3)</source>
            <translation>%1 (%2 à %3)</translation>
        </message>
        <message>
            <source>All</source>
            <translation>Toutes</translation>
        </message>
        <message>
            <source>Needles</source>
            <translation>Aiguilles</translation>
        </message>
        <message>
            <source>With a breach</source>
            <translation>Avec atteinte</translation>
        </message>
    </context>
    <context>
        <name>app::audit::OutliersModel</name>
        <message>
            <source>Click to open the plan of this needle</source>
            <translation>Cliquez pour ouvrir le plan de cette aiguille</translation>
        </message>
        <message>
            <source>Outside the limits</source>
            <translation>Hors limites</translation>
        </message>
        <message>
            <source>Value</source>
            <translation>Valeur</translation>
        </message>
        <message>
            <source>Limit</source>
            <translation>Limite</translation>
        </message>
        <message>
            <source>When</source>
            <translation>Quand</translation>
        </message>
        <message>
            <source>Route</source>
            <translation>Voie</translation>
        </message>
        <message>
            <source>Level</source>
            <translation>Niveau</translation>
        </message>
        <message>
            <source>Operator</source>
            <translation>Opérateur</translation>
        </message>
    </context>
    <context>
        <name>app::audit::AuditPage</name>
        <message>
            <source>Blind the operators</source>
            <translation>Opérateurs en aveugle</translation>
        </message>
        <message>
            <source>Save CSV</source>
            <translation>Enregistrer en CSV</translation>
        </message>
        <message>
            <source>Save PDF</source>
            <translation>Enregistrer en PDF</translation>
        </message>
        <message>
            <source>From the archive</source>
            <translation>De l&apos;archive</translation>
        </message>
        <message>
            <source>From a folder</source>
            <translation>D&apos;un dossier</translation>
        </message>
        <message numerus="yes">
            <source>%n needle(s), each as its last control shows it.</source>
            <translation>
                <numerusform>%n aiguille, selon son dernier contrôle.</numerusform>
                <numerusform>%n aiguilles, chacune selon son dernier contrôle.</numerusform>
            </translation>
        </message>
        <message>
            <source>Left out: %1</source>
            <translation>Écarté : %1</translation>
        </message>
        <message>
            <source>Folder of plans and controls</source>
            <translation>Dossier de plans et de contrôles</translation>
        </message>
        <message>
            <source>Reading the controls</source>
            <translation>Lecture des contrôles</translation>
        </message>
        <message>
            <source>Saved: %1</source>
            <translation>Enregistré : %1</translation>
        </message>
        <message>
            <source>Use for planning</source>
            <translation>Utiliser pour planifier</translation>
        </message>
        <message>
            <source>Choose a route in the table: its errors become the site&apos;s own placement error</source>
            <translation>Choisissez une voie dans le tableau : ses erreurs deviennent l&apos;erreur de placement du site</translation>
        </message>
        <message>
            <source>Planning on the route “%1” shall take %2 ± %3 at the tip and %4 ± %5 in angle as this site&apos;s placement error, from the next start on?</source>
            <translation>La planification de la voie « %1 » doit-elle prendre %2 ± %3 à la pointe et %4 ± %5 en angle comme erreur de placement du site, dès le prochain démarrage ?</translation>
        </message>
    </context>
    <context>
        <name>app::audit::ChartWidget</name>
        <message>
            <source>Click to open the plan of this needle</source>
            <translation>Cliquez pour ouvrir le plan de cette aiguille</translation>
        </message>
    </context>
</TS>
