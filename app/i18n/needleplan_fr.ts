<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr" sourcelanguage="en">
<context>
    <name>app::outbox::OutboxDialog</name>
        <message>
            <source>&amp;Send now</source>
            <translation>&amp;Envoyer maintenant</translation>
        </message>
        <message>
            <source>&amp;Drop…</source>
            <translation>&amp;Abandonner…</translation>
        </message>
        <message>
            <source>Set &amp;aside</source>
            <translation>Mettre de &amp;côté</translation>
        </message>
        <message>
            <source>Moves it into the folder “aside” of the outbox; nothing is deleted</source>
            <translation>Le déplace dans le dossier « aside » de la boîte d'envoi ; rien n'est supprimé</translation>
        </message>
        <message>
            <source>Outbox</source>
            <translation>Boîte d'envoi</translation>
        </message>
        <message>
            <source>What is in the outbox</source>
            <translation>Contenu de la boîte d'envoi</translation>
        </message>
        <message>
            <source>Object</source>
            <translation>Objet</translation>
        </message>
        <message>
            <source>Archive</source>
            <translation>Archive</translation>
        </message>
        <message>
            <source>State</source>
            <translation>État</translation>
        </message>
        <message>
            <source>Next try</source>
            <translation>Prochain essai</translation>
        </message>
        <message>
            <source>&amp;Close</source>
            <translation>&amp;Fermer</translation>
        </message>
        <message>
            <source>not readable</source>
            <translation>illisible</translation>
        </message>
        <message>
            <source>Drop</source>
            <translation>Abandonner</translation>
        </message>
        <message>
            <source>Why is it not to be sent? The object is kept, with the reason.</source>
            <translation>Pourquoi ne pas l'envoyer ? L'objet est gardé, avec la raison.</translation>
        </message>
</context>
<context>
    <name>app::outbox::OutboxLink</name>
        <message>
            <source>What waits to be sent to the archive</source>
            <translation>Ce qui attend d'être envoyé à l'archive</translation>
        </message>
</context>
<context>
    <name>app::outbox::Words</name>
        <message numerus="yes">
            <source>%n cannot be sent</source>
            <translation>
                <numerusform>%n ne peut être envoyé</numerusform>
                <numerusform>%n ne peuvent être envoyés</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n in the outbox to decide</source>
            <translation>
                <numerusform>%n à décider dans la boîte d'envoi</numerusform>
                <numerusform>%n à décider dans la boîte d'envoi</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n wait(s) to be sent</source>
            <translation>
                <numerusform>%n attend d'être envoyé</numerusform>
                <numerusform>%n attendent d'être envoyés</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n sent, not compared</source>
            <translation>
                <numerusform>%n envoyé, non comparé</numerusform>
                <numerusform>%n envoyés, non comparés</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n verified</source>
            <translation>
                <numerusform>%n vérifié</numerusform>
                <numerusform>%n vérifiés</numerusform>
            </translation>
        </message>
        <message>
            <source>Fetched again from the archive and compared: every value is equal.</source>
            <translation>Relu dans l'archive et comparé : toutes les valeurs sont égales.</translation>
        </message>
        <message>
            <source>The archive says that it took the object and lists it, but does not give it back: it was not compared.</source>
            <translation>L'archive dit avoir pris l'objet et l'énumère, mais ne le rend pas : il n'a pas été comparé.</translation>
        </message>
        <message>
            <source>The archive says that it took the object; it was not compared.</source>
            <translation>L'archive dit avoir pris l'objet ; il n'a pas été comparé.</translation>
        </message>
        <message>
            <source>Nothing shows that the archive has it.</source>
            <translation>Rien ne montre que l'archive l'a.</translation>
        </message>
        <message>
            <source>verified</source>
            <translation>vérifié</translation>
        </message>
        <message>
            <source>you must decide</source>
            <translation>à vous de décider</translation>
        </message>
        <message>
            <source>sent, not compared</source>
            <translation>envoyé, non comparé</translation>
        </message>
        <message>
            <source>waits to be sent</source>
            <translation>attend d'être envoyé</translation>
        </message>
        <message>
            <source>The archive warned with the status %1.</source>
            <translation>L'archive a averti par le statut %1.</translation>
        </message>
        <message>
            <source>Last try: %1, tries in all: %2.</source>
            <translation>Dernier essai : %1, essais en tout : %2.</translation>
        </message>
        <message>
            <source>now</source>
            <translation>maintenant</translation>
        </message>
</context>
    <context>
        <name>app::panels::ProcedurePanel</name>
        <message>
            <source>Date, YYYY-MM-DD</source>
            <translation>Date, AAAA-MM-JJ</translation>
        </message>
        <message>
            <source>Performed by</source>
            <translation>Réalisé par</translation>
        </message>
        <message>
            <source>Guidance</source>
            <translation>Guidage</translation>
        </message>
        <message>
            <source>Position</source>
            <translation>Position</translation>
        </message>
        <message>
            <source>Time-out led by</source>
            <translation>Vérification orale menée par</translation>
        </message>
        <message>
            <source>Patient read aloud</source>
            <translation>Patient lu à voix haute</translation>
        </message>
        <message>
            <source>Side read aloud</source>
            <translation>Côté lu à voix haute</translation>
        </message>
        <message>
            <source>Level read aloud</source>
            <translation>Étage lu à voix haute</translation>
        </message>
        <message>
            <source>Allergy read aloud</source>
            <translation>Allergie lue à voix haute</translation>
        </message>
        <message>
            <source>Coagulation read aloud</source>
            <translation>Coagulation lue à voix haute</translation>
        </message>
        <message>
            <source>Strict asepsis</source>
            <translation>Asepsie stricte</translation>
        </message>
        <message>
            <source>Contrast</source>
            <translation>Contraste</translation>
        </message>
        <message>
            <source>Relieved by anaesthetic test</source>
            <translation>Soulagé par le test anesthésique</translation>
        </message>
        <message>
            <source>Drug</source>
            <translation>Produit injecté</translation>
        </message>
        <message>
            <source>Lot</source>
            <translation>Lot</translation>
        </message>
        <message>
            <source>Volume, ml</source>
            <translation>Volume, ml</translation>
        </message>
        <message>
            <source>Dose area product, dGy·cm²</source>
            <translation>Produit dose-surface, dGy·cm²</translation>
        </message>
        <message>
            <source>Dose length product, mGy·cm</source>
            <translation>Produit dose-longueur, mGy·cm</translation>
        </message>
        <message>
            <source>Duration, min</source>
            <translation>Durée, min</translation>
        </message>
        <message>
            <source>Complications</source>
            <translation>Complications</translation>
        </message>
        <message>
            <source>No complications</source>
            <translation>Aucune complication</translation>
        </message>
        <message>
            <source>Pain before, 0 to 10</source>
            <translation>Douleur avant, 0 à 10</translation>
        </message>
        <message>
            <source>Pain after, 0 to 10</source>
            <translation>Douleur après, 0 à 10</translation>
        </message>
        <message>
            <source>Pain on day 4, 0 to 10</source>
            <translation>Douleur à J4, 0 à 10</translation>
        </message>
        <message>
            <source>Pain on day 30, 0 to 10</source>
            <translation>Douleur à J30, 0 à 10</translation>
        </message>
        <message>
            <source>Last asked on, YYYY-MM-DD</source>
            <translation>Dernier suivi le, AAAA-MM-JJ</translation>
        </message>
        <message>
            <source>CT</source>
            <translation>scanner</translation>
        </message>
        <message>
            <source>fluoroscopy</source>
            <translation>radioscopie</translation>
        </message>
        <message>
            <source>prone</source>
            <translation>procubitus</translation>
        </message>
        <message>
            <source>supine</source>
            <translation>décubitus dorsal</translation>
        </message>
        <message>
            <source>on the left side</source>
            <translation>décubitus latéral gauche</translation>
        </message>
        <message>
            <source>on the right side</source>
            <translation>décubitus latéral droit</translation>
        </message>
        <message>
            <source>iodine</source>
            <translation>iode</translation>
        </message>
        <message>
            <source>air</source>
            <translation>air</translation>
        </message>
        <message>
            <source>yes</source>
            <translation>oui</translation>
        </message>
        <message>
            <source>no</source>
            <translation>non</translation>
        </message>
        <message>
            <source>epidural</source>
            <translation>épidurale</translation>
        </message>
        <message>
            <source>articular</source>
            <translation>articulaire</translation>
        </message>
        <message>
            <source>vascular</source>
            <translation>vasculaire</translation>
        </message>
        <message>
            <source>intrathecal</source>
            <translation>intrathécale</translation>
        </message>
        <message>
            <source>Opacification, one press a test</source>
            <translation>Opacification, un appui par test</translation>
        </message>
        <message>
            <source>Record procedure</source>
            <translation>Noter le geste</translation>
        </message>
        <message>
            <source>7  Procedure</source>
            <translation>7  Geste</translation>
        </message>
    </context>
    <context>
        <name>app::panels::ImportedRow</name>
        <message>
            <source>Not verified: mirrored from %1</source>
            <translation>Non vérifiée : symétrique de %1</translation>
        </message>
        <message>
            <source>Mirrored from %1, seen on the scan by %2</source>
            <translation>Symétrique de %1, vue sur l'examen par %2</translation>
        </message>
        <message>
            <source>Not verified: as %1, at the level beside it</source>
            <translation>Non vérifiée : comme %1, à l'étage voisin</translation>
        </message>
        <message>
            <source>As %1 at the level beside it, seen on the scan by %2</source>
            <translation>Comme %1 à l'étage voisin, vue sur l'examen par %2</translation>
        </message>
        <message>
            <source>I have seen it on the scan</source>
            <translation>Je l'ai vue sur l'examen</translation>
        </message>
        <message>
            <source>Take back</source>
            <translation>Retirer</translation>
        </message>
        <message>
            <source>Not verified: from %1</source>
            <translation>Non vérifiée : de %1</translation>
        </message>
        <message>
            <source>From %1, seen on the scan by %2</source>
            <translation>De %1, vue sur l'examen par %2</translation>
        </message>
        <message>
            <source>Not verified: proposed by the program</source>
            <translation>Non vérifiée : proposée par le programme</translation>
        </message>
        <message>
            <source>Proposed by the program, seen on the scan by %1</source>
            <translation>Proposée par le programme, vue sur l'examen par %1</translation>
        </message>
    </context>
    <context>
    <name>PlanDraft</name>
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
            <source>The object cannot be read from the disk any more (%2), so it is not sent.</source>
            <translation>L'objet n'est plus lisible sur le disque (%2) ; il n'est donc pas envoyé.</translation>
        </message>
        <message>
            <source>This is of the demo case, so it is not sent to the hospital's archive.</source>
            <translation>Ceci appartient au cas de démonstration et n'est donc pas envoyé à l'archive de l'hôpital.</translation>
        </message>
        <message>
            <source>The archive cuts the connection while its encryption begins; one without encryption does so too.</source>
            <translation>L'archive coupe la connexion au début du chiffrement ; une archive sans chiffrement fait de même.</translation>
        </message>
        <message>
            <source>Another window or command is sending at the moment; try again when it is done.</source>
            <translation>Une autre fenêtre ou commande envoie en ce moment ; réessayez quand elle aura fini.</translation>
        </message>
        <message>
            <source>Nothing in the outbox is called “%2”.</source>
            <translation>Rien dans la boîte d'envoi ne s'appelle « %2 ».</translation>
        </message>
        <message>
            <source>The outbox has an object with this UID and other content already (%2); it was not added.</source>
            <translation>La boîte d'envoi contient déjà un objet avec cet UID et un autre contenu (%2) ; il n'a pas été ajouté.</translation>
        </message>
        <message>
            <source>The object is not as it was when it was put into the outbox, so it is not sent.</source>
            <translation>L'objet n'est plus tel qu'il a été mis dans la boîte d'envoi ; il n'est donc pas envoyé.</translation>
        </message>
        <message>
            <source>This is in the outbox's folder and is no entry of it; it is left as it is.</source>
            <translation>Ceci se trouve dans le dossier de la boîte d'envoi et n'en fait pas partie ; on n'y touche pas.</translation>
        </message>
        <message>
            <source>This entry of the outbox is not whole, so it is not sent; it is left as it is.</source>
            <translation>Cet élément de la boîte d'envoi n'est pas entier ; il n'est donc pas envoyé et reste tel quel.</translation>
        </message>
        <message>
            <source>The state of this entry cannot be read, so it is not sent (%2).</source>
            <translation>L'état de cet élément est illisible ; il n'est donc pas envoyé (%2).</translation>
        </message>
        <message>
            <source>No archive takes the outbox: name one with --site, or give it the line “outbox = yes”.</source>
            <translation>Aucune archive ne reçoit la boîte d'envoi : nommez-en une avec --site, ou donnez-lui la ligne « outbox = yes ».</translation>
        </message>
        <message>
            <source>This computer cannot listen at %2: the address must be one of its own.</source>
            <translation>Cet ordinateur ne peut pas écouter à %2 : l'adresse doit être l'une des siennes.</translation>
        </message>
        <message>
            <source>Another program listens at %2 already: end it, or set another port for this archive.</source>
            <translation>Un autre programme écoute déjà à %2 : fermez-le, ou réglez un autre port pour cette archive.</translation>
        </message>
        <message>
            <source>%2 tried to send and was turned away: it is not the archive's host. If it sends for the archive, enter it in the archive's settings.</source>
            <translation>%2 a voulu envoyer et a été refusé : ce n'est pas l'hôte de l'archive. S'il envoie pour l'archive, inscrivez-le dans les réglages de l'archive.</translation>
        </message>
        <message>
            <source>The archive says that it sent, and nothing came to %2: it may know another address for this computer.</source>
            <translation>L'archive dit avoir envoyé, et rien n'est arrivé à %2 : elle connaît peut-être une autre adresse de cet ordinateur.</translation>
        </message>
        <message>
            <source>The archive does not know %2 as a place to send to: this computer's AE title, address and port must be entered there.</source>
            <translation>L'archive ne connaît pas %2 comme destination : le titre AE, l'adresse et le port de cet ordinateur doivent y être inscrits.</translation>
        </message>
        <message>
            <source>“%1” is %2 from the needle (error bound %3).</source>
            <translation>« %1 » est à %2 de l'aiguille (incertitude %3).</translation>
        </message>
        <message>
            <source>“%1” would be %2 from the needle (error bound %3), and nobody has confirmed it.</source>
            <translation>« %1 » serait à %2 de l'aiguille (incertitude %3), et personne ne l'a confirmée.</translation>
        </message>
        <message>
            <source>The needle lies in the middle of what the rule allows: %1</source>
            <translation>L'aiguille est au milieu de ce que permet la règle : %1</translation>
        </message>
        <message>
            <source>The needle lies within what the rule allows: %1</source>
            <translation>L'aiguille reste dans ce que permet la règle : %1</translation>
        </message>
        <message>
            <source>The needle lies at the edge of what the rule allows: %1</source>
            <translation>L'aiguille est à la limite de ce que permet la règle : %1</translation>
        </message>
        <message>
            <source>The target lies where the route wants it most.</source>
            <translation>La cible est à l'endroit que la voie préfère.</translation>
        </message>
        <message>
            <source>The target lies %1 from where the route wants it most, within its region.</source>
            <translation>La cible est à %1 de l'endroit que la voie préfère, dans sa région.</translation>
        </message>
        <message>
            <source>“%1” blocks: without it %2 of %3 ways from the skin would be free.</source>
            <translation>« %1 » bloque : sans cette structure, %2 trajets sur %3 depuis la peau seraient libres.</translation>
        </message>
        <message>
            <source>No structure blocks alone; “%1” is in the way of most, of %2 of %3 ways from the skin.</source>
            <translation>Aucune structure ne bloque seule ; « %1 » en gêne le plus, %2 trajets sur %3 depuis la peau.</translation>
        </message>
        <message>
            <source>“%1” is only expected there: segmented or traced, it has a smaller error bound, and a way may be free.</source>
            <translation>« %1 » n'est qu'attendue à cet endroit : segmentée ou tracée, elle a une incertitude plus petite, et un trajet peut être libre.</translation>
        </message>
        <message>
            <source>Every way from the skin is longer than the needle.</source>
            <translation>Tous les trajets depuis la peau sont plus longs que l'aiguille.</translation>
        </message>
        <message>
            <source>No skin in the scan lies where the route's needle comes from.</source>
            <translation>L'examen ne montre pas de peau du côté d'où vient l'aiguille de cette voie.</translation>
        </message>
        <message>
            <source>No way from the skin keeps to what the needle can do.</source>
            <translation>Aucun trajet depuis la peau ne respecte ce que l'aiguille peut faire.</translation>
        </message>
        <message>
            <source>Move the target %1 laterally.</source>
            <translation>Déplacez la cible de %1 en dehors.</translation>
        </message>
        <message>
            <source>Move the target %1 medially.</source>
            <translation>Déplacez la cible de %1 en dedans.</translation>
        </message>
        <message>
            <source>Move the target %1 to the patient's left.</source>
            <translation>Déplacez la cible de %1 vers la gauche du patient.</translation>
        </message>
        <message>
            <source>Move the target %1 to the patient's right.</source>
            <translation>Déplacez la cible de %1 vers la droite du patient.</translation>
        </message>
        <message>
            <source>Move the target %1 up, toward the head.</source>
            <translation>Déplacez la cible de %1 vers le haut, vers la tête.</translation>
        </message>
        <message>
            <source>Move the target %1 down, toward the feet.</source>
            <translation>Déplacez la cible de %1 vers le bas, vers les pieds.</translation>
        </message>
        <message>
            <source>Move the target %1 to the front.</source>
            <translation>Déplacez la cible de %1 vers l'avant.</translation>
        </message>
        <message>
            <source>Move the target %1 to the back.</source>
            <translation>Déplacez la cible de %1 vers l'arrière.</translation>
        </message>
        <message>
            <source>A way is free with the target at %1 (x, y, z, LPS mm), %2 from where the route wants it most; outside the route's region, so look whether it still serves.</source>
            <translation>Un trajet est libre avec la cible en %1 (x, y, z, LPS mm), à %2 de l'endroit que la voie préfère ; c'est hors de la région de la voie : vérifiez qu'elle convient encore.</translation>
        </message>
        <message>
            <source>No way is free within %1 of the region either.</source>
            <translation>Aucun trajet n'est libre non plus à moins de %1 de la région.</translation>
        </message>
        <message>
            <source>The level is named by structures that nobody confirmed (%1): look at the count before you use it.</source>
            <translation>L'étage est nommé par des structures que personne n'a confirmées (%1) : regardez la numérotation avant de vous y fier.</translation>
        </message>
        <message>
            <source>Only one thing names a vertebra (%1); two that agree are needed, or a click.</source>
            <translation>Un seul repère nomme une vertèbre (%1) ; il en faut deux qui concordent, ou un clic.</translation>
        </message>
        <message>
            <source>The epidural fat was not seen everywhere: where it was not, the target is placed by what is usual.</source>
            <translation>La graisse épidurale n'a pas été vue partout : ailleurs, la cible est placée selon l'usage.</translation>
        </message>
        <message>
            <source>The thecal sac was not seen: it is placed where it is expected.</source>
            <translation>Le sac dural n'a pas été vu : il est placé là où il est attendu.</translation>
        </message>
        <message>
            <source>Found or expected by the program, confirmed by nobody, no evidence: %1.</source>
            <translation>Trouvé ou attendu par le programme, confirmé par personne, sans valeur de preuve : %1.</translation>
        </message>
        <message>
            <source>The program looks for no target of this route or level by itself: %2.</source>
            <translation>Le programme ne cherche pas lui-même de cible pour cette voie ou cet étage : %2.</translation>
        </message>
        <message>
            <source>The count of the vertebra %2 is not sure, so no target is looked for there; click one nearer to it.</source>
            <translation>La numérotation de la vertèbre %2 n'est pas sûre : aucune cible n'y est cherchée ; cliquez une vertèbre plus proche.</translation>
        </message>
        <message>
            <source>A foramen is not looked for in slices more than 2 mm apart: they are %2 apart.</source>
            <translation>Un foramen n'est pas cherché dans des coupes espacées de plus de 2 mm : elles le sont de %2.</translation>
        </message>
        <message>
            <source>The disc was not seen; set the target by hand.</source>
            <translation>Le disque n'a pas été vu ; placez la cible à la main.</translation>
        </message>
        <message>
            <source>No foramen that bone closes all around was seen at that level and side; set the target by hand.</source>
            <translation>Aucun foramen fermé par l'os n'a été vu à cet étage et de ce côté ; placez la cible à la main.</translation>
        </message>
        <message>
            <source>The gap of the facet joint was not seen at that level and side; set the target by hand.</source>
            <translation>L'interligne de l'articulation postérieure n'a pas été vu à cet étage et de ce côté ; placez la cible à la main.</translation>
        </message>
        <message>
            <source>No gap between the laminae with the epidural space in it was seen at that level; set the target by hand.</source>
            <translation>Aucun espace entre les lames avec l'espace épidural n'a été vu à cet étage ; placez la cible à la main.</translation>
        </message>
        <message>
            <source>The sacral canal could not be followed to where its back opens; set the target by hand.</source>
            <translation>Le canal sacré n'a pas pu être suivi jusqu'à l'ouverture de sa paroi postérieure ; placez la cible à la main.</translation>
        </message>
        <message>
            <source>No vertebra has a name: name one that you counted (--vertebra L4=X,Y,Z), and the others follow.</source>
            <translation>Aucune vertèbre n'a de nom : nommez-en une que vous avez comptée (--vertebra L4=X,Y,Z), les autres suivront.</translation>
        </message>
        <message>
            <source>What names the vertebrae does not agree with their count: %2.</source>
            <translation>Ce qui nomme les vertèbres ne concorde pas avec leur numérotation : %2.</translation>
        </message>
        <message>
            <source>%1: level %2 is stated, and the target lies at its border, rather in %3: check the level.</source>
            <translation>%1 : l'étage %2 est indiqué, et la cible se trouve à sa limite, plutôt en %3 : vérifiez l'étage.</translation>
        </message>
        <message>
            <source>The file of the archives is wrong: %2.</source>
            <translation>Le fichier des archives est erroné : %2.</translation>
        </message>
        <message>
            <source>There is no archive called “%1”; there are: %2.</source>
            <translation>Il n'y a pas d'archive « %1 » ; il y a : %2.</translation>
        </message>
        <message>
            <source>There are several archives; name one of them: %2.</source>
            <translation>Il y a plusieurs archives ; nommez-en une : %2.</translation>
        </message>
        <message>
            <source>The archive cannot be reached: %2.</source>
            <translation>L'archive est injoignable : %2.</translation>
        </message>
        <message>
            <source>The archive does not answer in time.</source>
            <translation>L'archive ne répond pas à temps.</translation>
        </message>
        <message>
            <source>The archive takes no more connections at the moment: %2.</source>
            <translation>L'archive n'accepte plus de connexion pour le moment : %2.</translation>
        </message>
        <message>
            <source>The archive refuses the connection: %2.</source>
            <translation>L'archive refuse la connexion : %2.</translation>
        </message>
        <message>
            <source>The encrypted connection is refused: %2.</source>
            <translation>La connexion chiffrée est refusée : %2.</translation>
        </message>
        <message>
            <source>This file for the encrypted connection cannot be used.</source>
            <translation>Ce fichier pour la connexion chiffrée est inutilisable.</translation>
        </message>
        <message>
            <source>Others may read this private key; only its owner may.</source>
            <translation>D'autres peuvent lire cette clé privée ; seul son propriétaire devrait pouvoir la lire.</translation>
        </message>
        <message>
            <source>The archive broke the connection off: %2.</source>
            <translation>L'archive a rompu la connexion : %2.</translation>
        </message>
        <message>
            <source>The archive does not take this kind of object or question: %2.</source>
            <translation>L'archive n'accepte pas ce type d'objet ou de question : %2.</translation>
        </message>
        <message>
            <source>The archive refuses with the status %2.</source>
            <translation>L'archive refuse avec le statut %2.</translation>
        </message>
        <message>
            <source>The archive answered something else than was asked (%2).</source>
            <translation>L'archive a répondu autre chose que ce qui était demandé (%2).</translation>
        </message>
        <message>
            <source>The archive said that it took the object, and does not have it.</source>
            <translation>L'archive a dit avoir pris l'objet, et ne l'a pas.</translation>
        </message>
        <message>
            <source>The archive has other content under this object's UID.</source>
            <translation>L'archive a un autre contenu sous l'UID de cet objet.</translation>
        </message>
        <message>
            <source>More than %2 answers: narrow the question.</source>
            <translation>Plus de %2 réponses : précisez la question.</translation>
        </message>
        <message>
            <source>The archive %2 has nothing of this study.</source>
            <translation>L'archive %2 n'a rien de cet examen.</translation>
        </message>
        <message>
            <source>The file is neither Slicer markups (.mrk.json) nor a DICOM structured report.</source>
            <translation>Le fichier n'est ni une annotation de Slicer (.mrk.json), ni un compte rendu structuré DICOM.</translation>
        </message>
        <message>
            <source>The markups cannot be used; save them again in Slicer.</source>
            <translation>Les annotations sont inutilisables ; enregistrez-les à nouveau dans Slicer.</translation>
        </message>
        <message>
            <source>The markups do not say whether their coordinates are LPS or RAS, so nobody can tell where the needle lies.</source>
            <translation>Les annotations ne disent pas si leurs coordonnées sont LPS ou RAS : nul ne peut dire où se trouve l'aiguille.</translation>
        </message>
        <message>
            <source>The markups' coordinates are not in millimetres.</source>
            <translation>Les coordonnées des annotations ne sont pas en millimètres.</translation>
        </message>
        <message>
            <source>A line must have two points to be a needle.</source>
            <translation>Une ligne doit avoir deux points pour être une aiguille.</translation>
        </message>
        <message>
            <source>A point of the markups has not been placed yet.</source>
            <translation>Un point des annotations n'a pas encore été placé.</translation>
        </message>
        <message>
            <source>The file holds no line of two points and no single point in the patient.</source>
            <translation>Le fichier ne contient ni ligne de deux points, ni point isolé dans le patient.</translation>
        </message>
        <message>
            <source>The file holds several needles or targets; save the one you mean in a file of its own: %2.</source>
            <translation>Le fichier contient plusieurs aiguilles ou cibles ; enregistrez celle que vous voulez dans un fichier à part : %2.</translation>
        </message>
        <message>
            <source>The needle lies in another frame of reference than the scan, and is not used: %2.</source>
            <translation>L'aiguille se trouve dans un autre repère que l'examen et n'est pas utilisée : %2.</translation>
        </message>
        <message>
            <source>The plan was made on projections: its places are not in a scan's frame, so they cannot be exported.</source>
            <translation>Le plan a été fait sur des projections : ses positions ne sont pas dans le repère d'un examen et ne peuvent être exportées.</translation>
        </message>
        <message>
            <source>The plan has no needle with entry and target, so there is nothing to export.</source>
            <translation>Le plan n'a pas d'aiguille avec point d'entrée et cible : il n'y a rien à exporter.</translation>
        </message>
        <message>
            <source>A needle is needed: give --target and --entry, or --needle-from.</source>
            <translation>Il faut une aiguille : donnez --target et --entry, ou --needle-from.</translation>
        </message>
        <message>
            <source>The file gives a target alone; give the entry too, with --entry.</source>
            <translation>Le fichier ne donne qu'une cible ; donnez aussi le point d'entrée, avec --entry.</translation>
        </message>
        <message>
            <source>The plan was measured against structures that were not given, so the surfaces would lack them: %2.</source>
            <translation>Le plan a été mesuré par rapport à des structures qui n'ont pas été données et manqueraient parmi les surfaces : %2.</translation>
        </message>
        <message>
            <source>Say what to write: --markups, --surfaces or --csv.</source>
            <translation>Dites quoi écrire : --markups, --surfaces ou --csv.</translation>
        </message>
        <message>
            <source>Nothing is exported under that ending; take .mrk.json, .obj, .stl or .csv.</source>
            <translation>Rien n'est exporté sous cette extension ; prenez .mrk.json, .obj, .stl ou .csv.</translation>
        </message>
        <message>
            <source>%1: its places come from another program (%2), and nobody has confirmed them on the scan.</source>
            <translation>%1 : ses positions viennent d'un autre programme (%2), et personne ne les a confirmées sur l'examen.</translation>
        </message>
        <message>
            <source>%1: its places come from another program (%2); confirmed on the scan by %3.</source>
            <translation>%1 : ses positions viennent d'un autre programme (%2) ; confirmées sur l'examen par %3.</translation>
        </message>
        <message>
            <source>%1: mirrored from %2, and nobody has confirmed it on the scan.</source>
            <translation>%1 : symétrique de %2, et personne ne l'a confirmée sur l'examen.</translation>
        </message>
        <message>
            <source>%1: mirrored from %2; confirmed on the scan by %3.</source>
            <translation>%1 : symétrique de %2 ; confirmée sur l'examen par %3.</translation>
        </message>
        <message>
            <source>%1: taken over from %2 at the level beside it, and nobody has confirmed it on the scan.</source>
            <translation>%1 : reprise de %2 à l'étage voisin, et personne ne l'a confirmée sur l'examen.</translation>
        </message>
        <message>
            <source>%1: taken over from %2 at the level beside it; confirmed on the scan by %3.</source>
            <translation>%1 : reprise de %2 à l'étage voisin ; confirmée sur l'examen par %3.</translation>
        </message>
        <message>
            <source>The plan is saved, but a file that has the name of its worksheet or of a key image is there already and stays; move it away and complete the plan again.</source>
            <translation>Le plan est enregistré, mais un fichier du nom de sa fiche ou d'une image clé existe déjà et reste ; déplacez-le et complétez à nouveau le plan.</translation>
        </message>
        <message>
            <source>No needle of the plan has target and entry, so there is no sheet to make.</source>
            <translation>Aucune aiguille du plan n'a de cible et d'entrée : il n'y a pas de fiche à faire.</translation>
        </message>
        <message>
            <source>There is no patient's page for the route “%2”; the sheet for the console can be made alone.</source>
            <translation>Il n'y a pas de page du patient pour la voie « %2 » ; la fiche pour la console peut être faite seule.</translation>
        </message>
        <message>
            <source>A plan on projections has no slices to dial, and no sheet for the console.</source>
            <translation>Un plan sur des projections n'a pas de coupes à régler, et pas de fiche pour la console.</translation>
        </message>
        <message>
            <source>The report is not as it was written, so nothing is recorded in it; save the plan again.</source>
            <translation>Le compte rendu n'est plus tel qu'il a été écrit : rien n'y est noté ; enregistrez à nouveau le plan.</translation>
        </message>
        <message>
            <source>The report is not as it was written, so no sheet is made of it; save the plan again.</source>
            <translation>Le compte rendu n'est plus tel qu'il a été écrit : aucune fiche n'en est faite ; enregistrez à nouveau le plan.</translation>
        </message>
        <message>
            <source>The scan has other pixels than the one that the plan was made on: %2.</source>
            <translation>Le scanner n'a pas les mêmes pixels que celui du plan : %2.</translation>
        </message>
        <message>
            <source>The plan's scan is neither in its folder nor in a folder there; name it with --scan.</source>
            <translation>Le scanner du plan n'est ni dans son dossier ni dans un dossier de celui-ci ; indiquez-le avec --scan.</translation>
        </message>
        <message>
            <source>%1: the side is not stated.</source>
            <translation>%1 : le côté n'est pas indiqué.</translation>
        </message>
        <message>
            <source>%1: side %2 is stated, and the needle is on the side %3: %4 from %5.</source>
            <translation>%1 : côté %2 indiqué, mais l'aiguille est du côté %3 : à %4 du repère %5.</translation>
        </message>
        <message>
            <source>%1: a side is stated, and the target lies on the midline: %2 from %3.</source>
            <translation>%1 : un côté est indiqué, mais la cible est sur la ligne médiane : à %2 du repère %3.</translation>
        </message>
        <message>
            <source>%1: a side is stated, and the entry lies on the midline: %2 from %3.</source>
            <translation>%1 : un côté est indiqué, mais le point d'entrée est sur la ligne médiane : à %2 du repère %3.</translation>
        </message>
        <message>
            <source>%1: side %2 is stated and cannot be measured; mark the midline.</source>
            <translation>%1 : le côté %2 est indiqué mais ne peut être mesuré ; marquez la ligne médiane.</translation>
        </message>
        <message>
            <source>%1: the level is not stated.</source>
            <translation>%1 : l'étage n'est pas indiqué.</translation>
        </message>
        <message>
            <source>%1: the level “%2” is none of the route's: %3.</source>
            <translation>%1 : l'étage « %2 » n'est pas de ceux de cette voie : %3.</translation>
        </message>
        <message>
            <source>%1: the level “%2” cannot be read.</source>
            <translation>%1 : l'étage « %2 » est illisible.</translation>
        </message>
        <message>
            <source>%1: level %2 is stated, and the target lies elsewhere: %3.</source>
            <translation>%1 : étage %2 indiqué, mais la cible est ailleurs : %3.</translation>
        </message>
        <message>
            <source>A lung was found in the scan, %1 from the path: unknown until it is given as a structure and confirmed.</source>
            <translation>Un poumon est trouvé dans le scanner, à %1 du trajet : non vérifié tant qu'il n'est pas donné comme structure et confirmé.</translation>
        </message>
        <message>
            <source>%1: level %2 is stated, and no vertebrae are counted there; count them, or say who has seen the level.</source>
            <translation>%1 : étage %2 indiqué, mais aucune vertèbre n'y est comptée ; comptez-les, ou dites qui a vu l'étage.</translation>
        </message>
        <message>
            <source>“%1” says side %2, and it lies on the side %3.</source>
            <translation>« %1 » indique le côté %2, mais se trouve du côté %3.</translation>
        </message>
        <message>
            <source>“%1” names root %2, and it lies in the foramen of %3.</source>
            <translation>« %1 » nomme la racine %2, mais se trouve dans le foramen de %3.</translation>
        </message>
        <message>
            <source>%1 must be known; that %2 did not see it counts for nothing.</source>
            <translation>%1 : doit être connu ; que %2 ne l'ait pas vu ne compte pas.</translation>
        </message>
        <message>
            <source>%1: “looked for, not visible” counts only with name, reason, modality and date.</source>
            <translation>%1 : « recherché, non visible » ne compte qu'avec nom, motif, modalité et date.</translation>
        </message>
        <message>
            <source>%1: %2 of the needle stay outside the skin; at least %3 should.</source>
            <translation>%1 : %2 de l'aiguille restent hors de la peau ; il en faut au moins %3.</translation>
        </message>
        <message>
            <source>%1: “%2” reaches the end of what was looked at and may go on unseen, %3 from the needle.</source>
            <translation>%1 : « %2 » atteint la limite de ce qui a été examiné et peut se prolonger sans être vu, à %3 de l'aiguille.</translation>
        </message>
        <message>
            <source>“%1” is so thin that its samples may hide %2 of it; its error bound is that much larger.</source>
            <translation>« %1 » est si fin que %2 peuvent échapper à l'échantillonnage ; son incertitude en est augmentée.</translation>
        </message>
        <message>
            <source>The site check no longer holds; changed since: %1 %2</source>
            <translation>La vérification du site ne vaut plus ; modifié depuis : %1 %2</translation>
        </message>
        <message>
            <source>Nobody has checked patient, side and level on one picture (site check).</source>
            <translation>Personne n'a vérifié le patient, le côté et l'étage sur une même image (vérification du site).</translation>
        </message>
        <message>
            <source>The plan is not ready.</source>
            <translation>Le plan n'est pas prêt.</translation>
        </message>
        <message>
            <source>%1: level %2 was not counted; seen by %3 (%4).</source>
            <translation>%1 : étage %2 non compté ; vu par %3 (%4).</translation>
        </message>
        <message>
            <source>%1: side %2 was not measured; seen by %3 (%4).</source>
            <translation>%1 : côté %2 non mesuré ; vu par %3 (%4).</translation>
        </message>
        <message>
            <source>%1: looked for and not visible, accepted by %2: %3 (%4, %5). It stays unknown.</source>
            <translation>%1 : recherché et non visible, accepté par %2 : %3 (%4, %5). Reste non vérifié.</translation>
        </message>
        <message>
            <source>left</source>
            <translation>gauche</translation>
        </message>
        <message>
            <source>right</source>
            <translation>droit</translation>
        </message>
        <message>
            <source>both</source>
            <translation>des deux côtés</translation>
        </message>
        <message>
            <source>none</source>
            <translation>aucun</translation>
        </message>
        <message>
            <source>the midline</source>
            <translation>ligne médiane</translation>
        </message>
        <message>
            <source>the canal's middle</source>
            <translation>milieu du canal</translation>
        </message>
        <message>
            <source>the vertebral bodies' middle</source>
            <translation>milieu des corps vertébraux</translation>
        </message>
        <message>
            <source>the body's middle</source>
            <translation>milieu du corps</translation>
        </message>
        <message>
            <source>patient</source>
            <translation>patient</translation>
        </message>
        <message>
            <source>number of needles</source>
            <translation>nombre d'aiguilles</translation>
        </message>
        <message>
            <source>route</source>
            <translation>voie</translation>
        </message>
        <message>
            <source>level</source>
            <translation>étage</translation>
        </message>
        <message>
            <source>side</source>
            <translation>côté</translation>
        </message>
        <message>
            <source>entry</source>
            <translation>point d'entrée</translation>
        </message>
        <message>
            <source>target</source>
            <translation>cible</translation>
        </message>
        <message>
            <source>outside the counted vertebrae</source>
            <translation>hors des vertèbres comptées</translation>
        </message>
        <message>
            <source>no such command or file: %2</source>
            <translation>aucune commande ni fichier de ce nom : %2</translation>
        </message>
        <message>
            <source>and %1 more</source>
            <translation>et %1 de plus</translation>
        </message>
        <message>
            <source>No bone was found in the scan.</source>
            <translation>Aucun os n'a été trouvé dans l'examen.</translation>
        </message>
        <message>
            <source>No lung was found in the scan.</source>
            <translation>Aucun poumon n'a été trouvé dans l'examen.</translation>
        </message>
        <message>
            <source>A vessel is grown from a place in it: click one first.</source>
            <translation>Un vaisseau se remplit à partir d'un point : cliquez d'abord dedans.</translation>
        </message>
        <message>
            <source>No vessel was found there.</source>
            <translation>Aucun vaisseau n'a été trouvé à cet endroit.</translation>
        </message>
        <message>
            <source>The place does not lie in the structure.</source>
            <translation>Le point n'est pas dans la structure.</translation>
        </message>
        <message>
            <source>There is too little contrast there to tell the vessel from what is around it; trace it instead.</source>
            <translation>Le contraste y est trop faible pour distinguer le vaisseau de ce qui l'entoure ; tracez-le plutôt.</translation>
        </message>
        <message>
            <source>The values are not Hounsfield units: bone was told from the rest by the scan itself.</source>
            <translation>Les valeurs ne sont pas des unités Hounsfield : l'os a été distingué du reste d'après l'examen lui-même.</translation>
        </message>
        <message>
            <source>A needle is needed: give --needle, or a route that has a usual one.</source>
            <translation>Il faut une aiguille : indiquez --needle, ou une voie qui en a une habituelle.</translation>
        </message>
        <message>
            <source>No entry on the skin reaches the target with its margins; most are kept out by: %2.</source>
            <translation>Aucune entrée sur la peau n'atteint la cible avec ses marges ; la plupart sont exclues par : %2.</translation>
        </message>
        <message>
            <source>No skin was found in the scan, so there is nowhere to enter.</source>
            <translation>Aucune peau n'a été trouvée dans l'examen : il n'y a nulle part où entrer.</translation>
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
            <source>The scan has no Patient ID: only the name and the study say whose plan this is.</source>
            <translation>L'examen n'a pas d'identifiant de patient : seuls le nom et l'étude disent de qui est ce plan.</translation>
        </message>
        <message>
            <source>The scan's %1 is longer than DICOM allows: a report keeps %2.</source>
            <translation>Le champ %1 de l'examen est plus long que DICOM ne le permet : un compte rendu garde %2.</translation>
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
            <source>%1 files in the same folder could not be read, slices of this series may be among them: %2.</source>
            <translation>%1 fichiers du même dossier n'ont pu être lus, des coupes de cette série en font peut-être partie : %2.</translation>
        </message>
        <message>
            <source>Not used, because it repeats another slice of the series: %1.</source>
            <translation>Non utilisé, car répétant une autre coupe de la série : %1.</translation>
        </message>
        <message>
            <source>This is only the part “%1” of its series; %2 images of other parts are not in it: %3.</source>
            <translation>Ce n'est que la partie « %1 » de sa série ; %2 images d'autres parties n'y sont pas : %3.</translation>
        </message>
        <message>
            <source>This is only the part “%1” of its series, and slices of it may be missing: %2 images of other parts (%3; %4) cannot be opened. %5</source>
            <translation>Ce n'est que la partie « %1 » de sa série, et des coupes peuvent y manquer : %2 images d'autres parties (%3 ; %4) ne s'ouvrent pas. %5</translation>
        </message>
        <message>
            <source>%1 localizer images of the series are not in the volume: %2.</source>
            <translation>%1 images de repérage de la série ne sont pas dans le volume : %2.</translation>
        </message>
        <message>
            <source>The slices name %1 different frames of reference: no plan can cite one, and structures can only be checked by hand.</source>
            <translation>Les coupes nomment %1 repères spatiaux différents : aucun plan ne peut en citer un, et les structures ne se vérifient qu'à la main.</translation>
        </message>
        <message>
            <source>The slices are of %1 different studies: no plan can cite them.</source>
            <translation>Les coupes viennent de %1 examens différents : aucun plan ne peut les citer.</translation>
        </message>
        <message>
            <source>Several of the %1 images have the same SOP Instance UID: no plan can cite them.</source>
            <translation>Plusieurs des %1 images ont le même SOP Instance UID : aucun plan ne peut les citer.</translation>
        </message>
        <message>
            <source>The slices were reconstructed with different kernels: %1.</source>
            <translation>Les coupes ont été reconstruites avec des filtres différents : %1.</translation>
        </message>
        <message>
            <source>What the file says of the C-arm's angles in this run contradicts itself: they are not used.</source>
            <translation>Ce que le fichier dit des angles de l'arceau dans cette séquence se contredit : ils ne sont pas utilisés.</translation>
        </message>
        <message>
            <source>What surrounds the body is marked as not measured: the skin is taken to lie where that mark begins; check it.</source>
            <translation>Ce qui entoure le corps est marqué comme non mesuré : la peau est placée là où commence cette marque ; vérifiez-la.</translation>
        </message>
        <message>
            <source>The series has several parts; choose one, on the command line with --part NAME: %2</source>
            <translation>La série a plusieurs parties ; choisissez-en une, en ligne de commande avec --part NOM : %2</translation>
        </message>
        <message>
            <source>No part of the series is called “%1”; there are: %2</source>
            <translation>Aucune partie de la série ne s'appelle « %1 » ; il y a : %2</translation>
        </message>
        <message>
            <source>What can be opened is only a part of what was scanned and is not taken by itself; choose it in the window, with --part NAME, or by a folder of its own: %2</source>
            <translation>Ce qui s'ouvre n'est qu'une partie de ce qui a été acquis et n'est pas pris d'office ; choisissez-la dans la fenêtre, avec --part NOM, ou par un dossier à elle : %2</translation>
        </message>
        <message>
            <source>The slices differ in orientation or pixel size: together they are no volume to measure in.</source>
            <translation>Les coupes diffèrent par l'orientation ou la taille des pixels : ensemble elles ne font pas un volume où mesurer.</translation>
        </message>
        <message>
            <source>The file holds several frames and tells the place of only one; export the original series.</source>
            <translation>Le fichier contient plusieurs images et ne dit la place que d'une seule ; exportez la série d'origine.</translation>
        </message>
        <message>
            <source>What the file says of the C-arm's angles in this frame contradicts itself.</source>
            <translation>Ce que le fichier dit des angles de l'arceau pour cette image se contredit.</translation>
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
            <source>%1 of what is no air measures 400 HU and more: the scan's values are no Hounsfield units, or their scale is wrong.</source>
            <translation>%1 de ce qui n'est pas de l'air mesure 400 UH ou plus : les valeurs de l'examen ne sont pas des unités Hounsfield, ou leur échelle est fausse.</translation>
        </message>
        <message>
            <source>Neighbouring slices are mirrored or turned against each other (%1): what is left and right in this scan is not known.</source>
            <translation>Des coupes voisines sont en miroir ou tournées l'une par rapport à l'autre (%1) : la gauche et la droite de cet examen ne sont pas connues.</translation>
        </message>
        <message>
            <source>The structures of %1 were drawn on another series of the patient (%2): between the two, the patient may have moved or breathed.</source>
            <translation>Les structures de %1 ont été dessinées sur une autre série du patient (%2) : entre les deux, le patient a pu bouger ou respirer.</translation>
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
            <source>“%1” is drawn in one slice only: it is taken to be %2 thick.</source>
            <translation>« %1 » n'est dessiné que dans une coupe : son épaisseur est prise égale à %2.</translation>
        </message>
        <message>
            <source>%2 outlines of “%1” are not closed and are not used.</source>
            <translation>%2 contours de « %1 » ne sont pas fermés et ne servent pas.</translation>
        </message>
        <message>
            <source>The named vertebrae do not follow each other from head to feet: %1.</source>
            <translation>Les vertèbres nommées ne se suivent pas de la tête aux pieds : %1.</translation>
        </message>
        <message>
            <source>The images of the series name their patient differently: %1.</source>
            <translation>Les images de la série nomment leur patient différemment : %1.</translation>
        </message>
        <message>
            <source>The images of the series give their study different dates: %1.</source>
            <translation>Les images de la série donnent à leur examen des dates différentes : %1.</translation>
        </message>
        <message>
            <source>The plan was changed after it was saved: its seal is broken. It is open; look at all that it says again (%1).</source>
            <translation>Le plan a été modifié après son enregistrement : son sceau est brisé. Il est ouvert ; revoir tout ce qu'il dit (%1).</translation>
        </message>
        <message>
            <source>The plan was changed after it was saved: its seal is broken. Look at all that it says again.</source>
            <translation>Le plan a été modifié après son enregistrement : son sceau est brisé. Revoir tout ce qu'il dit.</translation>
        </message>
        <message>
            <source>The scan's pixels or their place are not those that the plan was made on. Look at target and entry again.</source>
            <translation>Les pixels du scanner ou leur place ne sont pas ceux sur lesquels le plan a été fait. Revoir la cible et l'entrée.</translation>
        </message>
        <message>
            <source>No structure to keep clear of was given and confirmed: nothing can be called clear.</source>
            <translation>Aucune structure à éviter n'a été fournie et confirmée : rien ne peut être dit libre.</translation>
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
            <source>“%1” is too small to be what the route requires (%2): it measures %3.</source>
            <translation>« %1 » est trop petite pour être ce que la voie exige (%2) : elle mesure %3.</translation>
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
            <source>Vascular pattern: do not inject.</source>
            <translation>Opacification vasculaire : ne pas injecter.</translation>
        </message>
        <message>
            <source>Intrathecal pattern: stop.</source>
            <translation>Opacification intrathécale : arrêter.</translation>
        </message>
        <message>
            <source>Something was injected after a vascular pattern that no good one followed.</source>
            <translation>Une injection a été faite après une opacification vasculaire, sans opacification correcte ensuite.</translation>
        </message>
        <message>
            <source>Something was injected after an intrathecal pattern that no good one followed.</source>
            <translation>Une injection a été faite après une opacification intrathécale, sans opacification correcte ensuite.</translation>
        </message>
        <message>
            <source>Iodine was given in spite of a severe contrast allergy.</source>
            <translation>Un produit iodé a été donné malgré une allergie sévère au produit de contraste iodé.</translation>
        </message>
        <message>
            <source>Something was injected, and no opacification before it is recorded.</source>
            <translation>Une injection a été faite, et aucune opacification préalable n'est notée.</translation>
        </message>
        <message>
            <source>No time-out at the table is recorded.</source>
            <translation>Aucune vérification orale à la table n'est notée.</translation>
        </message>
        <message>
            <source>Time-out at the table: %1 of the five points were not read aloud.</source>
            <translation>Vérification orale à la table : %1 des cinq points n'ont pas été lus à voix haute.</translation>
        </message>
        <message>
            <source>The record says that there were no complications, and names one.</source>
            <translation>Le compte rendu dit qu'il n'y a pas eu de complication, et en nomme une.</translation>
        </message>
        <message>
            <source>Pain is a number from 0 to 10: %2.</source>
            <translation>La douleur est un nombre de 0 à 10 : %2.</translation>
        </message>
        <message>
            <source>A volume, a duration and a dose are greater than zero: %2.</source>
            <translation>Un volume, une durée et une dose sont supérieurs à zéro : %2.</translation>
        </message>
        <message>
            <source>“%2” is no date (YYYY-MM-DD).</source>
            <translation>« %2 » n'est pas une date (AAAA-MM-JJ).</translation>
        </message>
        <message>
            <source>The date %2 is still to come.</source>
            <translation>La date %2 est encore à venir.</translation>
        </message>
        <message>
            <source>The follow-up of %2 is not after the procedure.</source>
            <translation>Le suivi du %2 n'est pas postérieur au geste.</translation>
        </message>
        <message>
            <source>Pain of a later day wants the dates of the procedure and of the follow-up.</source>
            <translation>La douleur d'un jour ultérieur demande les dates du geste et du suivi.</translation>
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
            <source>Coagulation: not ready until a relay, a stop or a continuation, agreed with the treating physician, is recorded.</source>
            <translation>Coagulation : pas prêt tant qu'un relais, un arrêt ou une poursuite, convenu avec le médecin traitant, n'est pas noté.</translation>
        </message>
        <message>
            <source>Coagulation: a relay, stop or continuation wants the drug, its last dose, who agreed to it and when.</source>
            <translation>Coagulation : un relais, un arrêt ou une poursuite demande le médicament, la dernière prise, qui l'a convenu et quand.</translation>
        </message>
        <message>
            <source>Coagulation: relay, stop or continuation agreed by %1 on %2: %3, last dose %4.</source>
            <translation>Coagulation : relais, arrêt ou poursuite convenu par %1 le %2 : %3, dernière prise le %4.</translation>
        </message>
        <message>
            <source>Coagulation: the date of the agreement, %1, is still to come.</source>
            <translation>Coagulation : la date de l'accord, %1, est à venir.</translation>
        </message>
        <message>
            <source>Coagulation: the agreement of %1 is more than 90 days old.</source>
            <translation>Coagulation : l'accord du %1 a plus de 90 jours.</translation>
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
            <translation>Infiltration le %1 : au plus une ou deux autres, espacées d'une à quatre semaines.</translation>
        </message>
        <message>
            <source>Infiltrated %1 times already: at most one or two more after the first.</source>
            <translation>Déjà %1 infiltrations : au plus une ou deux autres après la première.</translation>
        </message>
        <message>
            <source>The patient is pregnant: this needs the operator's word, by name.</source>
            <translation>La patiente est enceinte : cela demande la parole de l'opérateur, par son nom.</translation>
        </message>
        <message>
            <source>Whether the patient is pregnant is not known: this needs the operator's word, by name.</source>
            <translation>Grossesse non connue : cela demande la parole de l'opérateur, par son nom.</translation>
        </message>
        <message>
            <source>The patient is pregnant; accepted by %1.</source>
            <translation>La patiente est enceinte ; accepté par %1.</translation>
        </message>
        <message>
            <source>Whether the patient is pregnant is not known; accepted by %1.</source>
            <translation>Grossesse non connue ; accepté par %1.</translation>
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
            <source>What was printed could not be written to the output.</source>
            <translation>Ce qui devait être affiché n'a pas pu être écrit en sortie.</translation>
        </message>
        <message>
            <source>Several structures are called “%1”; name the one you mean by where it came from: %2.</source>
            <translation>Plusieurs structures s'appellent « %1 » ; désignez celle que vous voulez par son origine : %2.</translation>
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
            <source>The file holds no key of an earlier export: 64 hexadecimal digits are expected.</source>
            <translation>Le fichier ne contient pas la clé d'un export précédent : 64 chiffres hexadécimaux sont attendus.</translation>
        </message>
        <message>
            <source>The report is another program's, and nobody can vouch for its free text.</source>
            <translation>Le compte rendu vient d'un autre logiciel, et personne ne peut répondre de son texte libre.</translation>
        </message>
        <message>
            <source>Nothing was exported: an identifier of the original was found in what would have been written. Please report it.</source>
            <translation>Rien n'a été exporté : un identifiant de l'original se trouvait dans ce qui aurait été écrit. Merci de le signaler.</translation>
        </message>
        <message>
            <source>Images of this kind often have text in the picture: look at it, then name it as seen.</source>
            <translation>Les images de ce type portent souvent du texte dans l'image : regardez-la, puis déclarez-la vue.</translation>
        </message>
        <message>
            <source>The image says that text is burned into the picture: look at it, then name it as seen.</source>
            <translation>L'image déclare que du texte est incrusté : regardez-la, puis déclarez-la vue.</translation>
        </message>
        <message>
            <source>Objects of this kind are not de-identified and stay behind.</source>
            <translation>Les objets de ce type ne sont pas désidentifiés et restent en arrière.</translation>
        </message>
        <message>
            <source>The picture cannot be searched for text: look at it, then name it as seen.</source>
            <translation>L'image ne peut pas être examinée à la recherche de texte : regardez-la, puis déclarez-la vue.</translation>
        </message>
        <message>
            <source>Text was found in the picture: look at it, then blacken it, or name it as seen.</source>
            <translation>Du texte a été trouvé dans l'image : regardez-la, puis noircissez-le ou déclarez-la vue.</translation>
        </message>
        <message>
            <source>The picture's encoding cannot be changed: it stays behind.</source>
            <translation>L'encodage de l'image ne peut pas être modifié : elle reste en place.</translation>
        </message>
        <message>
            <source>Nothing was exported: no file of a kind that can be de-identified is there, or all must be looked at first.</source>
            <translation>Rien n'a été exporté : aucun fichier d'un type désidentifiable n'est présent, ou tous doivent d'abord être regardés.</translation>
        </message>
        <message>
            <source>The export would lie inside what is exported; choose another folder.</source>
            <translation>L'export se trouverait à l'intérieur de ce qui est exporté ; choisissez un autre dossier.</translation>
        </message>
        <message>
            <source>The folder for the export is not empty; choose a new one.</source>
            <translation>Le dossier de l'export n'est pas vide ; choisissez-en un nouveau.</translation>
        </message>
        <message>
            <source>An overlay lies in the unused bits of compressed pixels and may hold text.</source>
            <translation>Une surimpression occupe les bits inutilisés de pixels compressés et peut contenir du texte.</translation>
        </message>
        <message>
            <source>%1: the places in the report do not follow from its marks.</source>
            <translation>%1 : les points du rapport ne découlent pas de ses marques.</translation>
        </message>
        <message>
            <source>That nothing moved between the views is the operator's word.</source>
            <translation>Que rien n'ait bougé entre les vues est la parole de l'opérateur.</translation>
        </message>
        <message>
            <source>The plan lies in the picture only: there is no place in the patient, and no depth.</source>
            <translation>Le plan n'est que dans l'image : il n'y a ni point dans le patient, ni profondeur.</translation>
        </message>
        <message>
            <source>View %1: the beam is taken to land in the picture's middle, which the file does not say.</source>
            <translation>Vue %1 : le rayon central est supposé tomber au milieu de l'image, ce que le fichier ne dit pas.</translation>
        </message>
        <message>
            <source>View %1: the pixel's size comes from the calibration, taken at the isocentre's depth.</source>
            <translation>Vue %1 : la taille du pixel vient de la calibration, supposée à la profondeur de l'isocentre.</translation>
        </message>
        <message>
            <source>View %1: part of the geometry was given by the operator.</source>
            <translation>Vue %1 : une partie de la géométrie a été donnée par l'opérateur.</translation>
        </message>
        <message>
            <source>The run %1 is left out. %2</source>
            <translation>La série %1 est laissée de côté. %2</translation>
        </message>
        <message>
            <source>The image is in colour; its brightness is shown.</source>
            <translation>L'image est en couleurs ; sa luminosité est affichée.</translation>
        </message>
        <message>
            <source>The run is plane %1 of a biplane.</source>
            <translation>La série est le plan %1 d'un biplan.</translation>
        </message>
        <message>
            <source>The table moves during the run: its frames do not share one place.</source>
            <translation>La table bouge pendant la série : ses images ne partagent pas un même repère.</translation>
        </message>
        <message>
            <source>The C-arm turns during the run: each frame has its own angles.</source>
            <translation>L'arceau tourne pendant la série : chaque image a ses propres angles.</translation>
        </message>
        <message>
            <source>The image does not say which way the patient lies in it: no side letters are shown.</source>
            <translation>L'image ne dit pas comment le patient y est orienté : aucune lettre de côté n'est affichée.</translation>
        </message>
        <message>
            <source>The image does not say how large a pixel is at the detector: there are pixels only until it is calibrated.</source>
            <translation>L'image ne dit pas la taille d'un pixel au détecteur : il n'y a que des pixels tant qu'elle n'est pas calibrée.</translation>
        </message>
        <message>
            <source>The distances in the image put the isocentre outside the way from source to detector.</source>
            <translation>Les distances de l'image placent l'isocentre hors du trajet de la source au détecteur.</translation>
        </message>
        <message>
            <source>The image does not say how far the isocentre is from the source.</source>
            <translation>L'image ne dit pas à quelle distance de la source est l'isocentre.</translation>
        </message>
        <message>
            <source>The image does not say how far the detector is from the source.</source>
            <translation>L'image ne dit pas à quelle distance de la source est le détecteur.</translation>
        </message>
        <message>
            <source>The image does not say the C-arm's angles; they must be entered before anything is placed in the patient.</source>
            <translation>L'image ne dit pas les angles de l'arceau ; ils doivent être saisis avant de situer quoi que ce soit dans le patient.</translation>
        </message>
        <message>
            <source>The frames of this plan are not in the folder that is open: open their folder first.</source>
            <translation>Les images de ce plan ne sont pas dans le dossier ouvert : ouvrez d'abord leur dossier.</translation>
        </message>
        <message>
            <source>Nothing is marked yet: there is no plan to save.</source>
            <translation>Rien n'est encore marqué : il n'y a pas de plan à enregistrer.</translation>
        </message>
        <message>
            <source>The run has no such frame.</source>
            <translation>La série ne contient pas cette image.</translation>
        </message>
        <message>
            <source>A place in the patient needs a second view from another angle.</source>
            <translation>Un point dans le patient demande une seconde vue sous un autre angle.</translation>
        </message>
        <message>
            <source>Both views are the same frame; a second view from another angle is needed.</source>
            <translation>Les deux vues sont la même image ; il faut une seconde vue sous un autre angle.</translation>
        </message>
        <message>
            <source>The files do not tell whether anything moved between the views: confirm that nothing did.</source>
            <translation>Les fichiers ne disent pas si quelque chose a bougé entre les vues : confirmez que rien n'a bougé.</translation>
        </message>
        <message>
            <source>Only one of the two views tells where the table stood, so the two cannot be put together.</source>
            <translation>Une seule des deux vues dit où se trouvait la table : elles ne peuvent pas être combinées.</translation>
        </message>
        <message>
            <source>%1: the chance of touching a structure is %2, above the %3 from which on it warns here.</source>
            <translation>%1 : le risque de toucher une structure est de %2, au-dessus du seuil d'alerte de %3.</translation>
        </message>
        <message>
            <source>%1 does not keep to the route's rule: %2</source>
            <translation>%1 ne suit pas la règle de la voie : %2</translation>
        </message>
        <message>
            <source>%1: a rule of the route cannot be judged for want of a structure: %2</source>
            <translation>%1 : une règle de la voie ne peut être jugée, faute de structure : %2</translation>
        </message>
        <message>
            <source>%1: unknown whether a rule of the route is kept, as the pedicles were not measured: %2</source>
            <translation>%1 : respect d'une règle de la voie non vérifié, car les pédicules ne sont pas mesurés : %2</translation>
        </message>
        <message>
            <source>%1 breaks a rule that only the operator's word sets aside: %2</source>
            <translation>%1 ne respecte pas une règle que seule la parole de l'opérateur écarte : %2</translation>
        </message>
        <message>
            <source>%1: stop %2 from the entry for a control image; behind it %3 comes near.</source>
            <translation>%1 : s'arrêter à %2 de l'entrée pour une image de contrôle ; au-delà, %3 devient proche.</translation>
        </message>
        <message>
            <source>A target is needed first.</source>
            <translation>Il faut d'abord une cible.</translation>
        </message>
        <message>
            <source>It has no target yet, so there is nothing to mirror.</source>
            <translation>Elle n'a pas encore de cible : il n'y a rien à reporter de l'autre côté.</translation>
        </message>
        <message>
            <source>It is stated to be neither left nor right, so it has no other side.</source>
            <translation>Son côté n'est indiqué ni gauche ni droit : elle n'a pas d'autre côté.</translation>
        </message>
        <message>
            <source>No midline is known at its height: count the vertebrae, or click the midline. A needle is never mirrored across the middle of the scan.</source>
            <translation>Aucune ligne médiane n'est connue à sa hauteur : comptez les vertèbres ou cliquez la ligne médiane. Une aiguille n'est jamais reportée par rapport au milieu de l'examen.</translation>
        </message>
        <message>
            <source>It has no target yet, so there is nothing to take to another level.</source>
            <translation>Elle n'a pas encore de cible : il n'y a rien à reporter à un autre étage.</translation>
        </message>
        <message>
            <source>The route has no level beside it in that direction: %2.</source>
            <translation>La voie n'a pas d'étage voisin dans cette direction : %2.</translation>
        </message>
        <message>
            <source>The level is not counted for sure between two vertebrae whose canal was found, so its place is not known: %2.</source>
            <translation>L'étage n'est pas compté avec certitude entre deux vertèbres dont le canal a été trouvé ; sa position n'est donc pas connue : %2.</translation>
        </message>
        <message>
            <source>The plan has no needle of that name: %2</source>
            <translation>Le plan n'a pas d'aiguille de ce nom : %2</translation>
        </message>
        <message>
            <source>Another needle of the plan has that name: %2</source>
            <translation>Une autre aiguille du plan porte ce nom : %2</translation>
        </message>
        <message>
            <source>The vertebra %2 is not among those counted; click one and state its name.</source>
            <translation>La vertèbre %2 n'est pas parmi celles qui sont comptées ; cliquez-en une et indiquez son nom.</translation>
        </message>
        <message>
            <source>No vertebral canal was found: the scan shows no spine, cuts the canal, or metal hides it.</source>
            <translation>Aucun canal vertébral n'a été trouvé : l'examen ne montre pas de rachis, coupe le canal, ou du métal le cache.</translation>
        </message>
        <message>
            <source>The canal is found in Hounsfield units only; the values of this scan are none.</source>
            <translation>Le canal n'est cherché que dans des unités Hounsfield ; les valeurs de cet examen n'en sont pas.</translation>
        </message>
        <message>
            <source>The canal is not looked for in slices more than 5 mm apart: they are %2 apart.</source>
            <translation>Le canal n'est pas cherché dans des coupes espacées de plus de 5 mm : celles-ci le sont de %2.</translation>
        </message>
        <message>
            <source>The place %2 lies too far from the spine that was found.</source>
            <translation>Le point %2 est trop loin du rachis trouvé.</translation>
        </message>
        <message>
            <source>No vertebra has a name: name one that you counted (--at and --name), and the others follow.</source>
            <translation>Aucune vertèbre n'a de nom : nommez-en une que vous avez comptée (--at et --name), les autres suivront.</translation>
        </message>
        <message>
            <source>No row of discs was found along the canal.</source>
            <translation>Aucune suite de disques n'a été trouvée le long du canal.</translation>
        </message>
        <message>
            <source>State the level and the side (left or right) of the route first.</source>
            <translation>Indiquez d'abord le niveau et le côté (gauche ou droite) de la voie.</translation>
        </message>
        <message>
            <source>The vertebrae are not counted yet; click one and state its name.</source>
            <translation>Les vertèbres ne sont pas encore comptées ; cliquez-en une et indiquez son nom.</translation>
        </message>
        <message>
            <source>The scan ends within the vertebra %2, so its foramen is not seen.</source>
            <translation>Le scanner s'arrête dans la vertèbre %2 : son foramen n'est pas visible.</translation>
        </message>
        <message>
            <source>The vessel runs into what is too wide for it: %1 was cut off; check its outline there.</source>
            <translation>Le vaisseau se continue dans ce qui est trop large pour lui : %1 ont été coupés ; vérifiez-y son contour.</translation>
        </message>
        <message>
            <source>%1 was not found. %2</source>
            <translation>%1 : introuvable. %2</translation>
        </message>
        <message>
            <source>Choose the structure in the list first.</source>
            <translation>Choisissez d'abord la structure dans la liste.</translation>
        </message>
        <message>
            <source>This structure is a traced tube; change its course and its radius instead.</source>
            <translation>Cette structure est un tube tracé ; changez plutôt son trajet et son rayon.</translation>
        </message>
        <message>
            <source>Nothing would be left of the structure, so it stays as it was.</source>
            <translation>Il ne resterait rien de la structure : elle reste comme elle était.</translation>
        </message>
        <message>
            <source>This structure is empty: paint it or remove it, then save the plan.</source>
            <translation>Cette structure est vide : peignez-la ou retirez-la, puis enregistrez le plan.</translation>
        </message>
        <message>
            <source>The graphics card cannot hold this scan.</source>
            <translation>La carte graphique ne peut pas contenir cet examen.</translation>
        </message>
        <message>
            <source>The frame shows too little of what the scan shows: too few pieces were found again (%2). Move the scan nearer to its place, or choose another frame.</source>
            <translation>L'image montre trop peu de ce que montre l'examen : trop peu de fragments ont été retrouvés (%2). Rapprochez l'examen de sa place ou choisissez une autre image.</translation>
        </message>
        <message>
            <source>The scan does not fit the frame: the residual is larger than the limit (%2). Nothing is projected.</source>
            <translation>L'examen ne coïncide pas avec l'image : le résidu dépasse la limite (%2). Rien n'est projeté.</translation>
        </message>
        <message>
            <source>The control shows too little bone to bring the two scans together; show two landmarks or more in both.</source>
            <translation>Le contrôle montre trop peu d'os pour recaler les deux examens ; montrez deux repères ou plus dans les deux.</translation>
        </message>
        <message>
            <source>Two scans are brought together by two landmarks or more.</source>
            <translation>Deux examens se recalent par deux repères au moins.</translation>
        </message>
        <message>
            <source>The landmarks lie too near to each other; choose places at least 20 mm apart.</source>
            <translation>Les repères sont trop proches ; choisissez des points distants d'au moins 20 mm.</translation>
        </message>
        <message>
            <source>The needle's tip is not in the control; load the slices that show it, or show tip and entry yourself.</source>
            <translation>La pointe de l'aiguille n'est pas dans le contrôle ; chargez les coupes qui la montrent, ou montrez vous-même pointe et entrée.</translation>
        </message>
        <message>
            <source>The needle is too faint among bone and streaks to be measured; show its tip and entry yourself.</source>
            <translation>L'aiguille se distingue trop peu de l'os et des artéfacts pour être mesurée ; montrez vous-même pointe et entrée.</translation>
        </message>
        <message>
            <source>No needle was found near the planned one; show its tip and entry yourself.</source>
            <translation>Aucune aiguille n'a été trouvée près du trajet planifié ; montrez vous-même pointe et entrée.</translation>
        </message>
        <message>
            <source>The plan has no needle with target and entry to compare with.</source>
            <translation>Le plan n'a aucune aiguille avec cible et entrée à comparer.</translation>
        </message>
        <message>
            <source>The control lies in another frame of reference: name the planned scan, or two landmarks or more.</source>
            <translation>Le contrôle est dans un autre repère : indiquez l'examen planifié, ou deux repères ou plus.</translation>
        </message>
        <message>
            <source>The control's bones fit nearly as well at another level (%2 away); show two landmarks or more.</source>
            <translation>Les os du contrôle concordent presque aussi bien à un autre étage (à %2) ; montrez deux repères ou plus.</translation>
        </message>
        <message>
            <source>The two scans could not be brought together by their bones (%2); show two landmarks or more.</source>
            <translation>Les deux examens n'ont pas pu être recalés par leurs os (%2) ; montrez deux repères ou plus.</translation>
        </message>
        <message>
            <source>The registration's residual of %2 mm has not been accepted, so nothing was saved; accept it, or register anew.</source>
            <translation>Le résidu du recalage, %2 mm, n'a pas été accepté, rien n'a été enregistré ; acceptez-le ou recalez à nouveau.</translation>
        </message>
        <message>
            <source>%2 needles lie nearly as near to the planned one; show which is meant by its tip and entry.</source>
            <translation>%2 aiguilles sont presque aussi proches du trajet planifié ; montrez la bonne par sa pointe et son entrée.</translation>
        </message>
        <message>
            <source>%1 was found in the control: its tip within %2, its direction within %3.</source>
            <translation>%1 a été trouvée dans le contrôle : pointe à %2 près, direction à %3 près.</translation>
        </message>
        <message>
            <source>%1 lies as an earlier control recorded it, and is no longer found there: its tip was known within %2, its direction within %3.</source>
            <translation>%1 reste telle qu’un contrôle antérieur l’a enregistrée, et n’y est plus trouvée : sa pointe était connue à %2 près, sa direction à %3 près.</translation>
        </message>
        <message>
            <source>%1 was shown in the control by two clicks: its tip within %2.</source>
            <translation>%1 a été montrée dans le contrôle par deux clics : pointe à %2 près.</translation>
        </message>
        <message>
            <source>%1 is bent by %2; distances are measured along its course.</source>
            <translation>%1 est courbée de %2 ; les distances sont mesurées le long de sa courbe.</translation>
        </message>
        <message>
            <source>%1: the control ends before the skin, so the entry's error and the depth are not known.</source>
            <translation>%1 : le contrôle s'arrête avant la peau, l'erreur d'entrée et la profondeur ne sont pas connues.</translation>
        </message>
        <message>
            <source>The control was brought onto the planned scan by bone; %1 remain, added to every error bound.</source>
            <translation>Le contrôle a été recalé sur l'examen planifié par l'os ; il reste %1, ajoutés à chaque marge d'erreur.</translation>
        </message>
        <message>
            <source>The control was brought onto the planned scan by landmarks; %1 remain, added to every error bound.</source>
            <translation>Le contrôle a été recalé sur l'examen planifié par des repères ; il reste %1, ajoutés à chaque marge d'erreur.</translation>
        </message>
        <message>
            <source>The registration's residual of %1 has not been accepted by the operator.</source>
            <translation>Le résidu du recalage, %1, n'a pas été accepté par l'opérateur.</translation>
        </message>
        <message>
            <source>The contrast test was vascular: do not inject.</source>
            <translation>Le test au contraste est vasculaire : ne pas injecter.</translation>
        </message>
        <message>
            <source>%1 was planned, and no needle was found for it in the control.</source>
            <translation>%1 était planifiée, et aucune aiguille n'a été trouvée pour elle dans le contrôle.</translation>
        </message>
        <message>
            <source>The archive's index cannot be used; its DICOM files are untouched.</source>
            <translation>L'index de l'archive ne peut être utilisé ; ses fichiers DICOM sont intacts.</translation>
        </message>
        <message>
            <source>The plan of this control is not in the archive; add it to the folder.</source>
            <translation>Le plan de ce contrôle n'est pas dans l'archive ; ajoutez-le au dossier.</translation>
        </message>
        <message>
            <source>Too few needles of this route to make a placement error of: %2.</source>
            <translation>Trop peu d'aiguilles de cette voie pour en tirer une erreur de placement : %2.</translation>
        </message>
        <message>
            <source>The site's routes file has placement errors of this route already, by guidance or path; change them there.</source>
            <translation>Le fichier des voies du site a déjà des erreurs de placement pour cette voie, par guidage ou trajet ; modifiez-les là.</translation>
        </message>
        <message>
            <source>The plan has changes that are not saved: save the plan first, then the control.</source>
            <translation>Le plan a des modifications non enregistrées : enregistrez d’abord le plan, puis le contrôle.</translation>
        </message>
        <message>
            <source>The needle's tip would leave the skin: draw it back less far, or set it in anew.</source>
            <translation>La pointe de l'aiguille sortirait de la peau : retirez-la moins, ou remettez-la en place.</translation>
        </message>
        <message>
            <source>The attempt has been handed in; nothing can be added to it.</source>
            <translation>L'essai a été rendu ; on ne peut plus rien y ajouter.</translation>
        </message>
        <message>
            <source>The needle is not long enough: its hub is at the skin.</source>
            <translation>L'aiguille n'est pas assez longue : son embase touche la peau.</translation>
        </message>
        <message>
            <source>The needle is in the patient and cannot be exchanged any more.</source>
            <translation>L'aiguille est dans le patient et ne peut plus être changée.</translation>
        </message>
        <message>
            <source>The attempt has not been handed in yet, so there is nothing to score.</source>
            <translation>L'essai n'a pas encore été rendu : il n'y a rien à noter.</translation>
        </message>
        <message>
            <source>The needle is not in the patient yet: set it on the skin and push it on first.</source>
            <translation>L'aiguille n'est pas encore dans le patient : posez-la sur la peau et avancez-la d'abord.</translation>
        </message>
        <message>
            <source>Target, entry and needle must be planned first, the two points at least 1 mm apart.</source>
            <translation>Il faut d'abord planifier la cible, l'entrée et l'aiguille, les deux points à 1 mm au moins l'un de l'autre.</translation>
        </message>
        <message>
            <source>The attempt was made on another exercise: %2.</source>
            <translation>L'essai a été fait sur un autre exercice : %2.</translation>
        </message>
        <message>
            <source>The times of the attempt's steps do not follow each other.</source>
            <translation>Les temps des étapes de l'essai ne se suivent pas.</translation>
        </message>
        <message>
            <source>The saved attempt cannot be read.</source>
            <translation>L'essai enregistré ne peut pas être lu.</translation>
        </message>
        <message>
            <source>The exercise's description cannot be used.</source>
            <translation>La description de l'exercice ne peut pas être utilisée.</translation>
        </message>
        <message>
            <source>A file of the exercise is not as it was sealed (%2); get the exercise from the instructor again.</source>
            <translation>Un fichier de l'exercice n'est plus tel qu'il a été scellé (%2) ; redemandez l'exercice à l'enseignant.</translation>
        </message>
        <message>
            <source>The expert's plan does not fit the exercise: it needs a placed needle on this scan, and all plans one route, level and side.</source>
            <translation>Le plan de l'expert ne convient pas à l'exercice : il faut une aiguille placée sur cet examen, et à tous les plans une même voie, un même niveau et un même côté.</translation>
        </message>
        <message>
            <source>The expert's own needle does not keep the margin to a structure (%2), so it cannot be the answer.</source>
            <translation>L'aiguille de l'expert ne respecte pas elle-même la marge d'une structure (%2) : elle ne peut pas être la réponse.</translation>
        </message>
        <message>
            <source>The expert's plan cannot be judged: a structure is absent, unconfirmed or not known well enough (%2).</source>
            <translation>Le plan de l'expert ne peut pas être jugé : une structure est absente, non confirmée ou trop mal connue (%2).</translation>
        </message>
        <message>
            <source>A plan without a route makes no exercise; choose the route and save the plan again.</source>
            <translation>Un plan sans voie ne fait pas un exercice ; choisissez la voie et enregistrez de nouveau le plan.</translation>
        </message>
        <message>
            <source>The case cannot be made anonymous as a whole, so no exercise was made: this file would stay behind (%2).</source>
            <translation>Le cas ne peut pas être entièrement anonymisé, aucun exercice n'a donc été fait : ce fichier devrait rester (%2).</translation>
        </message>
        <message>
            <source>The exercise's scan is not in its folder.</source>
            <translation>L'examen de l'exercice n'est pas dans son dossier.</translation>
        </message>
        <message>
            <source>The folder holds no exercise.</source>
            <translation>Le dossier ne contient pas d'exercice.</translation>
        </message>
        <message>
            <source>The sealed answers have been changed or damaged and are not used (%2); get the exercise from the instructor again.</source>
            <translation>Les réponses scellées ont été modifiées ou abîmées et ne sont pas utilisées (%2) ; redemandez l'exercice à l'enseignant.</translation>
        </message>
        <message>
            <source>The exercise has no sealed answers.</source>
            <translation>L'exercice n'a pas de réponses scellées.</translation>
        </message>
        <message>
            <source>The route's target is free: say in words what the trainee shall aim at.</source>
            <translation>La cible de cette voie est libre : dites en toutes lettres ce que l'élève doit viser.</translation>
        </message>
        <message>
            <source>The task must be one line of at most 300 bytes that names neither the patient nor anybody of the staff.</source>
            <translation>La consigne doit tenir en une ligne de 300 octets au plus et ne nommer ni le patient ni personne de l'équipe.</translation>
        </message>
        <message>
            <source>What touches the vessel is as bright as the vessel: %2 would be taken for it. Trace it instead, or click it where it lies free.</source>
            <translation>Ce qui touche le vaisseau est aussi dense que lui : %2 seraient pris pour lui. Tracez-le plutôt, ou cliquez là où il est libre.</translation>
        </message>
        <message>
            <source>No vessel full of contrast was found: the scan shows none that runs across the slices.</source>
            <translation>Aucun vaisseau opacifié n'a été trouvé : l'examen n'en montre pas qui traverse les coupes.</translation>
        </message>
        <message>
            <source>The plan of this control is neither in the archive nor beside it; its report is %2.</source>
            <translation>Le plan de ce contrôle n'est ni dans l'archive ni à côté de lui ; son rapport est %2.</translation>
        </message>
        <message>
            <source>The scan of this control was not found: open the folder of series %2.</source>
            <translation>L'examen de ce contrôle n'a pas été trouvé : ouvrez le dossier de la série %2.</translation>
        </message>
        <message>
            <source>The needle is no longer found where it was recorded. It stays there, with the course and the error bounds of then.</source>
            <translation>L'aiguille n'est plus trouvée là où elle a été enregistrée. Elle y reste, avec le trajet et les bornes d'erreur d'alors.</translation>
        </message>
        <message>
            <source>The needle is no longer found where it was recorded. It stays there, straight from entry to tip, as if clicked.</source>
            <translation>L'aiguille n'est plus trouvée là où elle a été enregistrée. Elle y reste, droite du point d'entrée à la pointe, comme si elle avait été cliquée.</translation>
        </message>
        <message>
            <source>The shape of “%1” is still being measured; try again in a moment.</source>
            <translation>La forme de « %1 » est encore en cours de mesure ; réessayez dans un instant.</translation>
        </message>
        <message>
            <source>The structure “%1” is being measured: its distances are not known yet.</source>
            <translation>La structure « %1 » est en cours de mesure : ses distances ne sont pas encore connues.</translation>
        </message>
        <message>
            <source>Counted again from %1, the vertebrae do not fit the plan; click one and state its name.</source>
            <translation>Recomptées à partir de %1, les vertèbres ne concordent pas avec le plan ; cliquez sur l'une d'elles et indiquez son nom.</translation>
        </message>
        <message>
            <source>The plan is not approved: patient, side and level were not checked on its picture as they are now. It can be saved as a draft.</source>
            <translation>Le plan n'est pas approuvé : patient, côté et étage n'ont pas été contrôlés sur son image tels qu'ils sont maintenant. Il peut être enregistré comme brouillon.</translation>
        </message>
        <message>
            <source>%1 is not judged: its target, entry, needle or depth is not known.</source>
            <translation>%1 n'est pas jugée : sa cible, son entrée, son aiguille ou sa profondeur n'est pas connue.</translation>
        </message>
        <message>
            <source>%1: target and entry were proposed by the program, and nobody has confirmed them on the scan.</source>
            <translation>%1 : la cible et l'entrée ont été proposées par le programme, et personne ne les a confirmées sur l'examen.</translation>
        </message>
        <message>
            <source>%1: target and entry were proposed by the program; confirmed on the scan by %3.</source>
            <translation>%1 : la cible et l'entrée ont été proposées par le programme ; confirmées sur l'examen par %3.</translation>
        </message>
</context>
<context>
    <name>Verdict</name>
        <message>
            <source>breach</source>
            <translation>marge franchie</translation>
        </message>
        <message>
            <source>unknown</source>
            <translation>non vérifié</translation>
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
            <source>Nerve root %1</source>
            <translation>Racine nerveuse %1</translation>
        </message>
        <message>
            <source>Nerve root %1 left</source>
            <translation>Racine nerveuse %1 gauche</translation>
        </message>
        <message>
            <source>Nerve root %1 right</source>
            <translation>Racine nerveuse %1 droite</translation>
        </message>
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
        <message>
            <source>found by the program</source>
            <translation>trouvé par le programme</translation>
        </message>
        <message>
            <source>painted by hand</source>
            <translation>peint à la main</translation>
        </message>
        <message>
            <source>traced by hand</source>
            <translation>tracé à la main</translation>
        </message>
        <message>
            <source>label map</source>
            <translation>carte d'étiquettes</translation>
        </message>
        <message>
            <source>expected</source>
            <translation>attendu</translation>
        </message>
        <message>
            <source>%1, edited by hand</source>
            <translation>%1, retouché à la main</translation>
        </message>
        <message>
            <source>images</source>
            <translation>images</translation>
        </message>
</context>
<context>
    <name>app::PlanDocument</name>
        <message>
            <source>Needle seen</source>
            <translation>Aiguille vue</translation>
        </message>
        <message>
            <source>Take back: needle seen</source>
            <translation>Retirer : aiguille vue</translation>
        </message>
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
            <source>Set near band</source>
            <translation>Régler la bande « proche »</translation>
        </message>
        <message>
            <source>Confirm midline</source>
            <translation>Confirmer la ligne médiane</translation>
        </message>
        <message>
            <source>Name operator</source>
            <translation>Nommer l'opérateur</translation>
        </message>
        <message>
            <source>Accept short reserve</source>
            <translation>Accepter la réserve courte</translation>
        </message>
        <message>
            <source>Depart from rule</source>
            <translation>Déroger à la règle</translation>
        </message>
        <message>
            <source>Level seen</source>
            <translation>Étage vu</translation>
        </message>
        <message>
            <source>Take back: level seen</source>
            <translation>Retirer : étage vu</translation>
        </message>
        <message>
            <source>Side seen</source>
            <translation>Côté vu</translation>
        </message>
        <message>
            <source>Take back: side seen</source>
            <translation>Retirer : côté vu</translation>
        </message>
        <message>
            <source>Looked for, not visible</source>
            <translation>Recherchée, non visible</translation>
        </message>
        <message>
            <source>Take back: not visible</source>
            <translation>Retirer : non visible</translation>
        </message>
        <message>
            <source>Check site</source>
            <translation>Contrôler le site</translation>
        </message>
</context>
<context>
    <name>app::StructureShop</name>
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
            <source>Painted structure</source>
            <translation>Structure peinte</translation>
        </message>
        <message>
            <source>Add structure</source>
            <translation>Ajouter une structure</translation>
        </message>
</context>
<context>
    <name>app::StructureFinder</name>
        <message>
            <source>Find %1</source>
            <translation>Trouver %1</translation>
        </message>
        <message>
            <source>%1 found; check it and confirm it</source>
            <translation>%1 : trouvé ; vérifiez-le et confirmez-le</translation>
        </message>
        <message>
            <source>Finding the bone</source>
            <translation>Recherche de l'os</translation>
        </message>
        <message>
            <source>Finding the lungs</source>
            <translation>Recherche des poumons</translation>
        </message>
        <message>
            <source>Lungs</source>
            <translation>Poumons</translation>
        </message>
        <message>
            <source>Bone</source>
            <translation>Os</translation>
        </message>
        <message>
            <source>Finding the vessels</source>
            <translation>Recherche des vaisseaux</translation>
        </message>
        <message>
            <source>Vessel</source>
            <translation>Vaisseau</translation>
        </message>
        <message>
            <source>Growing the vessel</source>
            <translation>Croissance du vaisseau</translation>
        </message>
        <message>
            <source>Finding thin vessels</source>
            <translation>Recherche des vaisseaux fins</translation>
        </message>
        <message>
            <source>Thin vessels</source>
            <translation>Vaisseaux fins</translation>
        </message>
</context>
<context>
    <name>app::ShapeMeasuring</name>
        <message>
            <source>Measuring an earlier shape</source>
            <translation>Mesure d'une forme précédente</translation>
        </message>
</context>
<context>
    <name>app::StructureFiles</name>
        <message>
            <source>Reading structures</source>
            <translation>Lecture des structures</translation>
        </message>
        <message>
            <source>Open structures</source>
            <translation>Ouvrir des structures</translation>
        </message>
</context>
<context>
    <name>app::CountedLevels</name>
        <message>
            <source>Count vertebrae</source>
            <translation>Compter les vertèbres</translation>
        </message>
        <message>
            <source>Counting the vertebrae</source>
            <translation>Comptage des vertèbres</translation>
        </message>
        <message>
            <source>No spine was found there: only this vertebra is named. Click the others too.</source>
            <translation>Aucun rachis trouvé là : seule cette vertèbre est nommée. Cliquez aussi les autres.</translation>
        </message>
        <message>
            <source>Forget the count</source>
            <translation>Oublier le comptage</translation>
        </message>
        <message>
            <source>Thecal sac</source>
            <translation>Sac dural</translation>
        </message>
        <message>
            <source>Looking for the foramen</source>
            <translation>Recherche du foramen</translation>
        </message>
        <message>
            <source>Propose root and sac</source>
            <translation>Proposer racine et sac</translation>
        </message>
        <message>
            <source>Root and sac are where they are expected: check them on the image, then confirm</source>
            <translation>Racine et sac sont là où on les attend : vérifiez-les sur l'image, puis confirmez</translation>
        </message>
        <message>
            <source>The bone does not show where the foramen begins: the root is placed by proportion</source>
            <translation>L'os ne montre pas où commence le foramen : la racine est placée selon les proportions</translation>
        </message>
        <message>
            <source>Finding the spine</source>
            <translation>Recherche du rachis</translation>
        </message>
</context>
<context>
    <name>app::PlanFiles</name>
        <message>
            <source>Plan exported: %1</source>
            <translation>Plan exporté : %1</translation>
        </message>
        <message>
            <source>Reading the file</source>
            <translation>Lecture du fichier</translation>
        </message>
        <message>
            <source>Needle from file</source>
            <translation>Aiguille d'un fichier</translation>
        </message>
        <message>
            <source>Needle opened, not verified until you have seen it: %1</source>
            <translation>Aiguille ouverte, non vérifiée tant que vous ne l'avez pas vue : %1</translation>
        </message>
        <message>
            <source>Plan saved: %1</source>
            <translation>Plan enregistré : %1</translation>
        </message>
        <message>
            <source>Searching for structures</source>
            <translation>Recherche des structures</translation>
        </message>
        <message>
            <source>Comparing the scan with the plan</source>
            <translation>Comparaison de l'examen avec le plan</translation>
        </message>
        <message>
            <source>Plan opened: %1</source>
            <translation>Plan ouvert : %1</translation>
        </message>
</context>
<context>
    <name>app::ScanWork</name>
        <message>
            <source>Searching for series</source>
            <translation>Recherche des séries</translation>
        </message>
        <message>
            <source>Making the demo case</source>
            <translation>Préparation du cas de démonstration</translation>
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
            <source>Cancelled</source>
            <translation>Annulé</translation>
        </message>
</context>
<context>
    <name>app::ReportReader</name>
        <message>
            <source>Reading the file</source>
            <translation>Lecture du fichier</translation>
        </message>
</context>
<context>
    <name>app::StatusLine</name>
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
</context>
<context>
    <name>app::Page</name>
        <message>
            <source>Unsaved plan</source>
            <translation>Plan non enregistré</translation>
        </message>
</context>
<context>
    <name>app::PlanPage</name>
        <message>
            <source>Plan</source>
            <translation>Plan</translation>
        </message>
        <message>
            <source>Save plan</source>
            <translation>Enregistrer le plan</translation>
        </message>
        <message>
            <source>Plans (*.dcm)</source>
            <translation>Plans (*.dcm)</translation>
        </message>
        <message>
            <source>The plan has changes that are not saved.</source>
            <translation>Le plan contient des modifications non enregistrées.</translation>
        </message>
        <message>
            <source>Nothing that the verdict rests on is left to confirm.</source>
            <translation>Rien de ce sur quoi repose le verdict ne reste à confirmer.</translation>
        </message>
</context>
<context>
    <name>app::MainWindow</name>
        <message>
            <source>Outbox</source>
            <translation>Boîte d'envoi</translation>
        </message>
        <message>
            <source>Fetch from the PACS</source>
            <translation>Récupérer depuis le PACS</translation>
        </message>
        <message>
            <source>Open needle from file</source>
            <translation>Ouvrir une aiguille d'un fichier</translation>
        </message>
        <message>
            <source>Export plan</source>
            <translation>Exporter le plan</translation>
        </message>
        <message>
            <source>Slicer markups and reports (*.mrk.json *.dcm);;All files (*)</source>
            <translation>Annotations de Slicer et comptes rendus (*.mrk.json *.dcm);;Tous les fichiers (*)</translation>
        </message>
        <message>
            <source>Slicer markups, LPS mm (*.mrk.json);;Surfaces, LPS mm (*.obj *.stl);;Numbers (*.csv)</source>
            <translation>Annotations de Slicer, mm LPS (*.mrk.json);;Surfaces, mm LPS (*.obj *.stl);;Valeurs (*.csv)</translation>
        </message>
        <message>
            <source>Print the worksheet</source>
            <translation>Imprimer la fiche</translation>
        </message>
        <message>
            <source>Export without identity</source>
            <translation>Exporter sans identité</translation>
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
            <source>Sagittal large: for needles toward the head</source>
            <translation>Sagittale en grand : pour les aiguilles vers la tête</translation>
        </message>
        <message>
            <source>Trace</source>
            <translation>Tracer</translation>
        </message>
        <message>
            <source>With Trace: click</source>
            <translation>Avec Tracer : clic</translation>
        </message>
        <message>
            <source>a point of a nerve, a vessel or the dura; Enter or double click ends it</source>
            <translation>un point d'un nerf, d'un vaisseau ou de la dure-mère ; Entrée ou double clic termine</translation>
        </message>
        <message>
            <source>With Trace: Shift + wheel</source>
            <translation>Avec Tracer : Maj + molette</translation>
        </message>
        <message>
            <source>the radius at the chosen point; Delete takes the point away</source>
            <translation>le rayon au point choisi ; Suppr ôte le point</translation>
        </message>
        <message>
            <source>Level</source>
            <translation>Niveau</translation>
        </message>
        <message>
            <source>Grow a vessel from a click</source>
            <translation>Faire croître un vaisseau d'un clic</translation>
        </message>
        <message>
            <source>Paint</source>
            <translation>Peindre</translation>
        </message>
        <message>
            <source>Erase</source>
            <translation>Effacer</translation>
        </message>
        <message>
            <source>Keep the piece that is clicked</source>
            <translation>Garder le morceau cliqué</translation>
        </message>
        <message>
            <source>&amp;Structures</source>
            <translation>&amp;Structures</translation>
        </message>
        <message>
            <source>Find the large vessels</source>
            <translation>Trouver les gros vaisseaux</translation>
        </message>
        <message>
            <source>Find the lungs</source>
            <translation>Trouver les poumons</translation>
        </message>
        <message>
            <source>Find the bone</source>
            <translation>Trouver l'os</translation>
        </message>
        <message>
            <source>Find thin vessels</source>
            <translation>Trouver les vaisseaux fins</translation>
        </message>
        <message>
            <source>Paint a new structure</source>
            <translation>Peindre une nouvelle structure</translation>
        </message>
        <message>
            <source>Shift + wheel</source>
            <translation>Maj + molette</translation>
        </message>
        <message>
            <source>the brush's ball larger or smaller</source>
            <translation>la boule du pinceau plus grande ou plus petite</translation>
        </message>
        <message>
            <source>The whole archive</source>
            <translation>Toute l'archive</translation>
        </message>
        <message>
            <source>Archive: %1</source>
            <translation>Archive : %1</translation>
        </message>
        <message>
            <source>Open the folder that holds the plan's scan</source>
            <translation>Ouvrir le dossier de l'examen du plan</translation>
        </message>
        <message>
            <source>&amp;Practice</source>
            <translation>E&amp;xercices</translation>
        </message>
        <message>
            <source>Set the needle in, or anew</source>
            <translation>Poser l'aiguille, ou la reposer</translation>
        </message>
        <message>
            <source>Needle 5 mm forward</source>
            <translation>Aiguille 5 mm plus avant</translation>
        </message>
        <message>
            <source>Needle 1 mm forward</source>
            <translation>Aiguille 1 mm plus avant</translation>
        </message>
        <message>
            <source>Needle 5 mm back</source>
            <translation>Aiguille 5 mm en arrière</translation>
        </message>
        <message>
            <source>Control slice</source>
            <translation>Coupe de contrôle</translation>
        </message>
        <message>
            <source>Hand in</source>
            <translation>Rendre</translation>
        </message>
        <message>
            <source>Go on later</source>
            <translation>Continuer plus tard</translation>
        </message>
        <message>
            <source>Open a saved control</source>
            <translation>Ouvrir un contrôle enregistré</translation>
        </message>
        <message>
            <source>Controls (*.dcm);;All files (*)</source>
            <translation>Contrôles (*.dcm);;Tous les fichiers (*)</translation>
        </message>
        <message>
            <source>Find structures on opening</source>
            <translation>Chercher les structures à l'ouverture</translation>
        </message>
        <message>
            <source>To the next thing to do</source>
            <translation>Aller à la prochaine chose à faire</translation>
        </message>
        <message>
            <source>Confirm the next structure</source>
            <translation>Confirmer la structure suivante</translation>
        </message>
        <message>
            <source>Propose target and entry</source>
            <translation>Proposer la cible et l'entrée</translation>
        </message>
</context>
<context>
    <name>app::panels::AnglesPanel</name>
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
        <message>
            <source>Entry from the midline</source>
            <translation>Entrée à la ligne médiane</translation>
        </message>
        <message>
            <source>Lateral distance of the skin point from the line over the spinous processes</source>
            <translation>Distance latérale du point cutané à la ligne des épineuses</translation>
        </message>
        <message>
            <source>Bring the crosshair to a spinous process and confirm; a second place, higher or lower, gives the line its course. A third press takes it back.</source>
            <translation>Amener le réticule sur une épineuse et confirmer ; un second point, plus haut ou plus bas, donne sa direction à la ligne. Un troisième appui l'annule.</translation>
        </message>
        <message>
            <source>Midline: at the crosshair</source>
            <translation>Ligne médiane : au réticule</translation>
        </message>
        <message>
            <source>Midline: a second place at the crosshair</source>
            <translation>Ligne médiane : second point au réticule</translation>
        </message>
        <message>
            <source>Midline: take it back</source>
            <translation>Ligne médiane : annuler</translation>
        </message>
</context>
<context>
    <name>app::panels::CheckRow</name>
        <message>
            <source>agreed with</source>
            <translation>convenu avec</translation>
        </message>
        <message>
            <source>drug</source>
            <translation>médicament</translation>
        </message>
        <message>
            <source>YYYY-MM-DD, YYYY-MM-DD</source>
            <translation>AAAA-MM-JJ, AAAA-MM-JJ</translation>
        </message>
        <message>
            <source>last dose, YYYY-MM-DD</source>
            <translation>dernière prise, AAAA-MM-JJ</translation>
        </message>
        <message>
            <source>operator's word: name</source>
            <translation>parole de l'opérateur : nom</translation>
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
                <numerusform>%n marge franchie</numerusform>
                <numerusform>%n marges franchies</numerusform>
            </translation>
        </message>
        <message>
            <source>touched %1</source>
            <translation>touchée %1</translation>
        </message>
        <message>
            <source>What keeps its margin, but by no more than this, is near</source>
            <translation>Ce qui garde sa marge, mais sans la dépasser de plus que cela, est proche</translation>
        </message>
        <message>
            <source>Near: up to so much beyond the margin</source>
            <translation>Proche : jusqu'à tant au-delà de la marge</translation>
        </message>
        <message>
            <source>expected, unconfirmed</source>
            <translation>attendu, non confirmé</translation>
        </message>
        <message>
            <source>confirmed</source>
            <translation>confirmé</translation>
        </message>
        <message>
            <source>not confirmed</source>
            <translation>non confirmé</translation>
        </message>
        <message>
            <source>%1 from the tip</source>
            <translation>à %1 de la pointe</translation>
        </message>
        <message>
            <source>being measured</source>
            <translation>en cours de mesure</translation>
        </message>
        <message>
            <source>accepted by %1</source>
            <translation>acceptée par %1</translation>
        </message>
        <message>
            <source>goes on unseen at %1</source>
            <translation>se poursuit sans être vue à %1</translation>
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
    <name>app::panels::NeedlesPanel</name>
        <message>
            <source>Needles</source>
            <translation>Aiguilles</translation>
        </message>
        <message>
            <source>not placed yet</source>
            <translation>pas encore placée</translation>
        </message>
        <message>
            <source>%1 deep</source>
            <translation>%1 de profondeur</translation>
        </message>
        <message>
            <source>no route</source>
            <translation>pas de voie</translation>
        </message>
        <message>
            <source>Mirror</source>
            <translation>Symétrique</translation>
        </message>
        <message>
            <source>The same needle on the other side, as a proposal</source>
            <translation>La même aiguille de l'autre côté, comme proposition</translation>
        </message>
        <message>
            <source>↑ level</source>
            <translation>↑ étage</translation>
        </message>
        <message>
            <source>The same needle one level toward the head, as a proposal</source>
            <translation>La même aiguille un étage plus haut, comme proposition</translation>
        </message>
        <message>
            <source>↓ level</source>
            <translation>↓ étage</translation>
        </message>
        <message>
            <source>The same needle one level toward the feet, as a proposal</source>
            <translation>La même aiguille un étage plus bas, comme proposition</translation>
        </message>
        <message>
            <source>Up and Down choose, Insert adds a needle, Delete removes it</source>
            <translation>Haut et Bas choisissent, Inser ajoute une aiguille, Suppr la retire</translation>
        </message>
        <message>
            <source>Mirror needle</source>
            <translation>Aiguille symétrique</translation>
        </message>
        <message>
            <source>Needle at the next level</source>
            <translation>Aiguille à l'étage voisin</translation>
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
        <message>
            <source>Measured in gel: %1. Turn the bevel, or bend against it.</source>
            <translation>Mesuré dans un gel : %1. Tourner le biseau, ou courber en sens inverse.</translation>
        </message>
        <message>
            <source>%1G: how much it bends was not measured</source>
            <translation>%1G : courbure non mesurée</translation>
        </message>
        <message>
            <source>%1G bends, %2 deep: %3 mm</source>
            <translation>%1G se courbe, à %2 de profondeur : %3 mm</translation>
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
    <name>app::panels::RouteFields</name>
        <message>
            <source>Level: %1</source>
            <translation>Étage : %1</translation>
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
            <source>Choose a route</source>
            <translation>Choisir une voie</translation>
        </message>
        <message>
            <source>not stated</source>
            <translation>non indiqué</translation>
        </message>
        <message>
            <source>Level</source>
            <translation>Étage</translation>
        </message>
        <message>
            <source>Side</source>
            <translation>Côté</translation>
        </message>
        <message>
            <source>The target's, as counted</source>
            <translation>Celui de la cible, tel que compté</translation>
        </message>
</context>
<context>
    <name>app::panels::RoutePanel</name>
        <message>
            <source>1  Route</source>
            <translation>1  Voie d'abord</translation>
        </message>
        <message>
            <source>Guidance</source>
            <translation>Guidage</translation>
        </message>
        <message>
            <source>as counted</source>
            <translation>tel que compté</translation>
        </message>
        <message>
            <source>not chosen</source>
            <translation>non choisi</translation>
        </message>
        <message>
            <source>Target at %1, as counted: take it</source>
            <translation>Cible en %1, tel que compté : reprendre</translation>
        </message>
        <message>
            <source>Target at %1?, unsure count: take it</source>
            <translation>Cible en %1 ?, comptage incertain : reprendre</translation>
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
            <source>Fetch from the PACS</source>
            <translation>Récupérer depuis le PACS</translation>
        </message>
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
        <message>
            <source>Practise</source>
            <translation>S'exercer</translation>
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
        <message>
            <source>error bound %1</source>
            <translation>incertitude %1</translation>
        </message>
        <message>
            <source>being measured</source>
            <translation>en cours de mesure</translation>
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
        <message>
            <source>Add a structure</source>
            <translation>Ajouter une structure</translation>
        </message>
</context>
<context>
    <name>app::panels::VerdictPanel</name>
        <message>
            <source>Not ready: %1</source>
            <translation>Pas prêtes : %1</translation>
        </message>
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
            <translation>Approuver et enregistrer</translation>
        </message>
        <message>
            <source>Possible when the plan is ready, and operator and institution are named</source>
            <translation>Possible quand le plan est prêt, et l'opérateur et l'établissement nommés</translation>
        </message>
        <message>
            <source>Chance of touching a structure but bone: %1</source>
            <translation>Risque de toucher une structure autre que l'os : %1</translation>
        </message>
        <message>
            <source>By a placement error of %1 at the tip [%2]. In the views, half of all needles pass inside the shade, 95 % inside the dotted line.</source>
            <translation>D'après une erreur de placement de %1 à la pointe [%2]. Dans les vues, la moitié des aiguilles passe dans l'ombre, 95 % dans le pointillé.</translation>
        </message>
        <message>
            <source>This short reserve is wanted</source>
            <translation>Cette réserve courte est voulue</translation>
        </message>
        <message>
            <source>The open points name the rule</source>
            <translation>Les points ouverts nomment la règle</translation>
        </message>
        <message>
            <source>I have looked: the rule is kept</source>
            <translation>J'ai regardé : la règle est suivie</translation>
        </message>
        <message>
            <source>I know the broken rule and depart from it,
and I have looked: the other rule is kept</source>
            <translation>Je connais la règle enfreinte et j'y déroge,
et j'ai regardé : l'autre règle est suivie</translation>
        </message>
        <message>
            <source>I know the rule and depart from it</source>
            <translation>Je connais la règle et j'y déroge</translation>
        </message>
        <message>
            <source>Little of the needle stays outside the skin</source>
            <translation>Peu de l'aiguille reste hors de la peau</translation>
        </message>
        <message>
            <source>Click the midline</source>
            <translation>Cliquer la ligne médiane</translation>
        </message>
        <message>
            <source>Site checked by %1</source>
            <translation>Site contrôlé par %1</translation>
        </message>
        <message>
            <source>Site check by %1 is void: the plan has changed since</source>
            <translation>Contrôle du site par %1 caduc : le plan a changé depuis</translation>
        </message>
        <message numerus="yes">
            <source>%n thing(s) block</source>
            <translation>
                <numerusform>%n chose bloque</numerusform>
                <numerusform>%n choses bloquent</numerusform>
            </translation>
        </message>
        <message>
            <source>Goes to where it is done (G)</source>
            <translation>Va là où cela se fait (G)</translation>
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
        <message>
            <source>stop at %1: last control image</source>
            <translation>arrêt à %1 : dernière image de contrôle</translation>
        </message>
        <message>
            <source>stop at %1: control image before %2</source>
            <translation>arrêt à %1 : image de contrôle avant %2</translation>
        </message>
        <message>
            <source>stop %1</source>
            <translation>arrêt %1</translation>
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
            <source>location %1 mm</source>
            <translation>position %1 mm</translation>
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
        <message>
            <source>Choose a series on the left to open it</source>
            <translation>Choisissez à gauche la série à ouvrir</translation>
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
        <message>
            <source>Risk map</source>
            <translation>Carte du risque</translation>
        </message>
        <message>
            <source>Colours the skin, here and in the slices, by the room that a needle to the target has</source>
            <translation>Colore la peau, ici et dans les coupes, selon la place qu'a une aiguille vers la cible</translation>
        </message>
        <message>
            <source>Radiograph</source>
            <translation>Radiographie</translation>
        </message>
</context>
<context>
    <name>app::deidentify::DeidentifyDialog</name>
        <message>
            <source>Keep the dates as they are</source>
            <translation>Garder les dates telles quelles</translation>
        </message>
        <message>
            <source>Export</source>
            <translation>Exporter</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Annuler</translation>
        </message>
        <message>
            <source>Export without identity</source>
            <translation>Exporter sans identité</translation>
        </message>
        <message>
            <source>Choose</source>
            <translation>Choisir</translation>
        </message>
        <message>
            <source>Scans, structures, fluoroscopy and plans are copied without names, numbers and dates that tell whose they are. They still fit together. What is not cleaned with certainty stays behind.</source>
            <translation>Examens, structures, fluoroscopies et plans sont copiés sans les noms, numéros et dates qui disent à qui ils sont. Ils vont toujours ensemble. Ce qui ne peut être nettoyé avec certitude reste en arrière.</translation>
        </message>
        <message>
            <source>From</source>
            <translation>Depuis</translation>
        </message>
        <message>
            <source>Folder to export</source>
            <translation>Dossier à exporter</translation>
        </message>
        <message>
            <source>To a new or empty folder</source>
            <translation>Vers un dossier nouveau ou vide</translation>
        </message>
        <message>
            <source>New or empty folder</source>
            <translation>Dossier nouveau ou vide</translation>
        </message>
        <message>
            <source>Choose both folders first.</source>
            <translation>Choisissez d'abord les deux dossiers.</translation>
        </message>
        <message>
            <source>Stopped; nothing was exported.</source>
            <translation>Arrêté ; rien n'a été exporté.</translation>
        </message>
        <message>
            <source>These images may hold text in the picture. Tick each one in which no text tells who it is, or draw boxes over its text (black in the whole series). Then export again:</source>
            <translation>Ces images peuvent porter du texte. Cochez chacune où aucun texte ne dit de qui il s'agit, ou couvrez-y le texte de cadres (noirs dans toute la série). Puis exportez à nouveau :</translation>
        </message>
        <message>
            <source>Export again</source>
            <translation>Exporter à nouveau</translation>
        </message>
        <message numerus="yes">
            <source>%n file(s) exported; no identifier was found in them.</source>
            <translation>
                <numerusform>%n fichier exporté ; aucun identifiant n'y a été trouvé.</numerusform>
                <numerusform>%n fichiers exportés ; aucun identifiant n'y a été trouvé.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n file(s) stayed behind:</source>
            <translation>
                <numerusform>%n fichier est resté en arrière :</numerusform>
                <numerusform>%n fichiers sont restés en arrière :</numerusform>
            </translation>
        </message>
        <message>
            <source>The export broke off; nothing was exported.</source>
            <translation>L'export s'est interrompu ; rien n'a été exporté.</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>Fermer</translation>
        </message>
        <message>
            <source>Removed %1, which an earlier export that was ended had left.</source>
            <translation>%1, laissé par un export antérieur interrompu, a été supprimé.</translation>
        </message>
        <message>
            <source>Exported to %1</source>
            <translation>Exporté dans %1</translation>
        </message>
</context>
<context>
    <name>app::fluoroscopy::FluoroscopyCase</name>
        <message>
            <source>Plan opened: %1</source>
            <translation>Plan ouvert : %1</translation>
        </message>
        <message>
            <source>Plan saved: %1</source>
            <translation>Plan enregistré : %1</translation>
        </message>
        <message>
            <source>Confirm that nothing moved</source>
            <translation>Confirmer que rien n'a bougé</translation>
        </message>
        <message>
            <source>Calibrate</source>
            <translation>Calibrer</translation>
        </message>
        <message>
            <source>Give geometry</source>
            <translation>Donner la géométrie</translation>
        </message>
        <message>
            <source>Mark entry</source>
            <translation>Marquer l'entrée</translation>
        </message>
        <message>
            <source>Mark target</source>
            <translation>Marquer la cible</translation>
        </message>
        <message>
            <source>The marks in frame %1 were given up</source>
            <translation>Les marques de l'image %1 ont été abandonnées</translation>
        </message>
        <message>
            <source>Close fluoroscopy</source>
            <translation>Fermer une radioscopie</translation>
        </message>
        <message>
            <source>Open fluoroscopy</source>
            <translation>Ouvrir une radioscopie</translation>
        </message>
        <message>
            <source>The fluoroscopy of another patient was closed</source>
            <translation>La radioscopie d'un autre patient a été fermée</translation>
        </message>
</context>
<context>
    <name>app::fluoroscopy::FluoroscopyPage</name>
        <message>
            <source>Fill with one frame, and back</source>
            <translation>Remplir avec une image, et retour</translation>
        </message>
        <message>
            <source>Fit the frames</source>
            <translation>Ajuster les images</translation>
        </message>
        <message>
            <source>End marking</source>
            <translation>Cesser de marquer</translation>
        </message>
        <message>
            <source>Mark the entry</source>
            <translation>Marquer l'entrée</translation>
        </message>
        <message>
            <source>Mark the target</source>
            <translation>Marquer la cible</translation>
        </message>
        <message>
            <source>Black for white</source>
            <translation>Noir pour blanc</translation>
        </message>
        <message>
            <source>One frame back</source>
            <translation>Image précédente</translation>
        </message>
        <message>
            <source>One frame on</source>
            <translation>Image suivante</translation>
        </message>
        <message>
            <source>Play or stop the run</source>
            <translation>Lire ou arrêter la série</translation>
        </message>
        <message>
            <source>Views</source>
            <translation>Vues</translation>
        </message>
        <message>
            <source>Checks</source>
            <translation>Vérifications</translation>
        </message>
        <message>
            <source>Plan of the scan</source>
            <translation>Plan du scanner</translation>
        </message>
        <message>
            <source>Fluoroscopy</source>
            <translation>Radioscopie</translation>
        </message>
        <message>
            <source>Save plan</source>
            <translation>Enregistrer le plan</translation>
        </message>
        <message>
            <source>Plans (*.dcm)</source>
            <translation>Plans (*.dcm)</translation>
        </message>
        <message>
            <source>The plan on fluoroscopy has changes that are not saved.</source>
            <translation>Le plan sur radioscopie contient des modifications non enregistrées.</translation>
        </message>
</context>
<context>
    <name>app::fluoroscopy::FrameTile</name>
        <message>
            <source>Stop</source>
            <translation>Arrêter</translation>
        </message>
        <message>
            <source>Shift the mask by half a pixel</source>
            <translation>Décaler le masque d'un demi-pixel</translation>
        </message>
        <message>
            <source>Take this frame away from all others</source>
            <translation>Soustraire cette image de toutes les autres</translation>
        </message>
        <message>
            <source>Subtract</source>
            <translation>Soustraire</translation>
        </message>
        <message>
            <source>How strongly fine detail is raised</source>
            <translation>Force du renforcement des détails fins</translation>
        </message>
        <message>
            <source>Edges 3</source>
            <translation>Contours 3</translation>
        </message>
        <message>
            <source>Edges 2</source>
            <translation>Contours 2</translation>
        </message>
        <message>
            <source>Edges 1</source>
            <translation>Contours 1</translation>
        </message>
        <message>
            <source>Edges 0</source>
            <translation>Contours 0</translation>
        </message>
        <message>
            <source>Black for white (I)</source>
            <translation>Noir pour blanc (I)</translation>
        </message>
        <message>
            <source>Invert</source>
            <translation>Inverser</translation>
        </message>
        <message>
            <source>Speed, of the frame rate in the file; 15 frames a second where it gives none</source>
            <translation>Vitesse, par rapport à la cadence du fichier ; 15 images par seconde s'il n'en donne pas</translation>
        </message>
        <message>
            <source>Play the run (Space)</source>
            <translation>Lire la série (Espace)</translation>
        </message>
        <message>
            <source>Play</source>
            <translation>Lire</translation>
        </message>
        <message>
            <source>One frame on</source>
            <translation>Image suivante</translation>
        </message>
        <message>
            <source>One frame back</source>
            <translation>Image précédente</translation>
        </message>
</context>
<context>
    <name>app::fluoroscopy::FrameView</name>
        <message>
            <source>A second view from another angle goes here</source>
            <translation>Une seconde vue sous un autre angle se place ici</translation>
        </message>
        <message>
            <source>Open a run from the list</source>
            <translation>Ouvrez une série de la liste</translation>
        </message>
        <message>
            <source>Reading the frame</source>
            <translation>Lecture de l'image</translation>
        </message>
        <message>
            <source>pixels, no scale</source>
            <translation>pixels, sans échelle</translation>
        </message>
        <message>
            <source>Inverted</source>
            <translation>Inversé</translation>
        </message>
        <message>
            <source>Less frame %1</source>
            <translation>Moins l'image %1</translation>
        </message>
        <message>
            <source>Window %1 / %2</source>
            <translation>Fenêtre %1 / %2</translation>
        </message>
        <message>
            <source>Marked in frame %1</source>
            <translation>Marqué dans l'image %1</translation>
        </message>
        <message>
            <source>Frame %1 of %2</source>
            <translation>Image %1 sur %2</translation>
        </message>
        <message>
            <source>Entry</source>
            <translation>Entrée</translation>
        </message>
        <message>
            <source>Target</source>
            <translation>Cible</translation>
        </message>
</context>
<context>
    <name>app::fluoroscopy::GeometryPanel</name>
        <message>
            <source>The pixel's size comes from the calibration.</source>
            <translation>La taille du pixel vient de la calibration.</translation>
        </message>
        <message>
            <source>The field of view is turned by no quarter turn.</source>
            <translation>Le champ de vue n'est pas tourné de quarts de tour.</translation>
        </message>
        <message>
            <source>The patient orientation in the file does not fit these angles.</source>
            <translation>L'orientation du patient dans le fichier ne s'accorde pas avec ces angles.</translation>
        </message>
        <message>
            <source>The isocentre does not lie between source and detector.</source>
            <translation>L'isocentre n'est pas entre la source et le détecteur.</translation>
        </message>
        <message>
            <source>Until the rest is known, only pixels are measured in this view.</source>
            <translation>Tant que le reste est inconnu, cette vue ne se mesure qu'en pixels.</translation>
        </message>
        <message>
            <source>No view is open.</source>
            <translation>Aucune vue n'est ouverte.</translation>
        </message>
        <message>
            <source>given</source>
            <translation>donné</translation>
        </message>
        <message>
            <source>file</source>
            <translation>fichier</translation>
        </message>
        <message>
            <source>not known</source>
            <translation>inconnu</translation>
        </message>
        <message>
            <source>Imager pixel spacing: the size of a pixel at the detector, not in the patient</source>
            <translation>Taille d'un pixel au détecteur, et non dans le patient</translation>
        </message>
        <message>
            <source>Pixel at the detector</source>
            <translation>Pixel au détecteur</translation>
        </message>
        <message>
            <source>SOD, from the X-ray source to the C-arm's isocentre</source>
            <translation>SOD, de la source de rayons X à l'isocentre de l'arceau</translation>
        </message>
        <message>
            <source>Source to isocentre</source>
            <translation>Source-isocentre</translation>
        </message>
        <message>
            <source>SID, from the X-ray source to the detector</source>
            <translation>SID, de la source de rayons X au détecteur</translation>
        </message>
        <message>
            <source>Source to detector</source>
            <translation>Source-détecteur</translation>
        </message>
        <message>
            <source>Positioner secondary angle: cranial is positive, caudal negative</source>
            <translation>Angle secondaire de l'arceau : crânial positif, caudal négatif</translation>
        </message>
        <message>
            <source>Secondary angle, CRA +</source>
            <translation>Angle secondaire, CRA +</translation>
        </message>
        <message>
            <source>Positioner primary angle: left anterior oblique is positive, right negative</source>
            <translation>Angle primaire de l'arceau : oblique antérieur gauche positif (LAO), droit négatif (RAO)</translation>
        </message>
        <message>
            <source>Primary angle, LAO +</source>
            <translation>Angle primaire, LAO +</translation>
        </message>
        <message>
            <source>1  Geometry</source>
            <translation>1  Géométrie</translation>
        </message>
</context>
<context>
    <name>app::fluoroscopy::MarksPanel</name>
        <message>
            <source>Draw from one end to the other of an object at the target's depth.</source>
            <translation>Tracez d'un bout à l'autre d'un objet à la profondeur de la cible.</translation>
        </message>
        <message>
            <source>No calibration</source>
            <translation>Pas de calibration</translation>
        </message>
        <message>
            <source>Ball's diameter</source>
            <translation>Diamètre d'une bille</translation>
        </message>
        <message>
            <source>Needle's width</source>
            <translation>Diamètre de l'aiguille</translation>
        </message>
        <message>
            <source>Known length</source>
            <translation>Longueur connue</translation>
        </message>
        <message>
            <source>Needle</source>
            <translation>Aiguille</translation>
        </message>
        <message>
            <source>gauge x length</source>
            <translation>calibre x longueur</translation>
        </message>
        <message>
            <source>Calibrate</source>
            <translation>Calibrer</translation>
        </message>
        <message>
            <source>Entry (E)</source>
            <translation>Entrée (E)</translation>
        </message>
        <message>
            <source>Target (T)</source>
            <translation>Cible (T)</translation>
        </message>
        <message>
            <source>Look</source>
            <translation>Regarder</translation>
        </message>
        <message>
            <source>2  Marks</source>
            <translation>2  Marques</translation>
        </message>
        <message>
            <source>No scale: pixels only.</source>
            <translation>Pas d'échelle : pixels seulement.</translation>
        </message>
        <message>
            <source>%1  %2 px = %3, %4</source>
            <translation>%1  %2 px = %3, %4</translation>
        </message>
        <message>
            <source>%1  %2 px; about %3 if at the isocentre's depth</source>
            <translation>%1  %2 px ; environ %3 à la profondeur de l'isocentre</translation>
        </message>
        <message>
            <source>%1  %2 px in the picture</source>
            <translation>%1  %2 px dans l'image</translation>
        </message>
        <message>
            <source>%1  entry marked, no target</source>
            <translation>%1  entrée marquée, pas de cible</translation>
        </message>
        <message>
            <source>%1  target marked, no entry</source>
            <translation>%1  cible marquée, pas d'entrée</translation>
        </message>
        <message>
            <source>%1  nothing marked</source>
            <translation>%1  rien de marqué</translation>
        </message>
</context>
<context>
    <name>app::fluoroscopy::PlacePanel</name>
        <message>
            <source>Both planes of one instant</source>
            <translation>Les deux plans d'un même instant</translation>
        </message>
        <message>
            <source>Seen at %1 (A) and %2 (B)</source>
            <translation>Vu à %1 (A) et %2 (B)</translation>
        </message>
        <message>
            <source>%1 between the views; places count from the isocentre</source>
            <translation>%1 entre les vues ; les points se comptent depuis l'isocentre</translation>
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
            <source>Mark the target, then the entry, in both views; the dashed line shows where the second mark must lie.</source>
            <translation>Marquez la cible puis l'entrée dans les deux vues ; la ligne pointillée montre où la seconde marque doit se trouver.</translation>
        </message>
        <message>
            <source>The geometry of view %1 is not known whole: give what is missing in step 1.</source>
            <translation>La géométrie de la vue %1 est incomplète : donnez ce qui manque à l'étape 1.</translation>
        </message>
        <message>
            <source>One view gives no place in the patient: the plan stays in the picture.</source>
            <translation>Une seule vue ne situe rien dans le patient : le plan reste dans l'image.</translation>
        </message>
        <message>
            <source>Save plan</source>
            <translation>Enregistrer le plan</translation>
        </message>
        <message>
            <source>No structure is evaluated under fluoroscopy</source>
            <translation>Aucune structure n'est évaluée en radioscopie</translation>
        </message>
        <message>
            <source>Neither the patient nor the table moved between the two views; recorded in the plan</source>
            <translation>Ni le patient ni la table n'ont bougé entre les deux vues ; inscrit dans le plan</translation>
        </message>
        <message>
            <source>No skin is seen under fluoroscopy.</source>
            <translation>La peau ne se voit pas en radioscopie.</translation>
        </message>
        <message>
            <source>Depth, from the skin</source>
            <translation>Profondeur, de la peau</translation>
        </message>
        <message>
            <source>Cranio-caudal</source>
            <translation>Crânio-caudal</translation>
        </message>
        <message>
            <source>In-plane, axial</source>
            <translation>Dans le plan axial</translation>
        </message>
        <message>
            <source>Path, from the entry</source>
            <translation>Trajet, depuis l'entrée</translation>
        </message>
        <message>
            <source>Nothing moved between A and B</source>
            <translation>Rien n'a bougé entre A et B</translation>
        </message>
        <message>
            <source>3  Place in the patient</source>
            <translation>3  Point dans le patient</translation>
        </message>
        <message>
            <source>%1: error %2 / %3 / %4 mm along its axes, rays %5 apart, residual %6 px</source>
            <translation>%1 : erreur %2 / %3 / %4 mm selon ses axes, rayons distants de %5, résidu %6 px</translation>
        </message>
</context>
<context>
    <name>app::fluoroscopy::RunsPanel</name>
        <message>
            <source>Open as B</source>
            <translation>Ouvrir en B</translation>
        </message>
        <message>
            <source>Open as A</source>
            <translation>Ouvrir en A</translation>
        </message>
        <message>
            <source>Open folder</source>
            <translation>Ouvrir un dossier</translation>
        </message>
        <message>
            <source>No fluoroscopy in the folder that is open.</source>
            <translation>Pas de radioscopie dans le dossier ouvert.</translation>
        </message>
        <message>
            <source>Fluoroscopy runs</source>
            <translation>Séries de radioscopie</translation>
        </message>
        <message numerus="yes">
            <source>%n frame(s)</source>
            <translation>
                <numerusform>%n image</numerusform>
                <numerusform>%n images</numerusform>
            </translation>
        </message>
</context>
<context>
    <name>app::fluoroscopy</name>
        <message>
            <source>at the isocentre's depth</source>
            <translation>à la profondeur de l'isocentre</translation>
        </message>
        <message>
            <source>calibrated in the file</source>
            <translation>calibré dans le fichier</translation>
        </message>
        <message>
            <source>calibrated</source>
            <translation>calibré</translation>
        </message>
        <message>
            <source>%1 (given by the operator)</source>
            <translation>%1 (donné par l'opérateur)</translation>
        </message>
        <message>
            <source>C-arm angles not known</source>
            <translation>Angles de l'arceau inconnus</translation>
        </message>
</context>
<context>
    <name>app::Risk</name>
        <message>
            <source>Every structure keeps at least %1 more than its margin and error bound; the path is %2 long.</source>
            <translation>Toute structure garde au moins %1 de plus que sa marge et son incertitude ; le trajet mesure %2.</translation>
        </message>
        <message>
            <source>Allowed.</source>
            <translation>Permis.</translation>
        </message>
        <message>
            <source>Allowed. The tightest is %1, %2 from the needle, %3 more than its margin and error bound; the path is %4 long.</source>
            <translation>Permis. La plus serrée est %1, à %2 de l'aiguille, %3 de plus que sa marge et son incertitude ; le trajet mesure %4.</translation>
        </message>
        <message>
            <source>The chance of touching a structure but bone is at most %1.</source>
            <translation>Le risque de toucher une structure autre que l'os est d'au plus %1.</translation>
        </message>
        <message>
            <source>Forbidden: the needle would run into %1.</source>
            <translation>Interdit : l'aiguille entrerait dans %1.</translation>
        </message>
        <message>
            <source>Forbidden: the needle would pass %1 from %2; its margin is %3, its error bound %4.</source>
            <translation>Interdit : l'aiguille passerait à %1 de %2 ; sa marge est de %3, son incertitude de %4.</translation>
        </message>
        <message>
            <source>Out of reach: the path is %1 long, the needle %2.</source>
            <translation>Hors d'atteinte : le trajet mesure %1, l'aiguille %2.</translation>
        </message>
        <message>
            <source>Out of reach: too near the target for a path.</source>
            <translation>Hors d'atteinte : trop près de la cible pour un trajet.</translation>
        </message>
        <message>
            <source>Out of reach: the patient lies on this side.</source>
            <translation>Hors d'atteinte : le patient est couché de ce côté.</translation>
        </message>
        <message>
            <source>Forbidden: steeper than allowed.</source>
            <translation>Interdit : plus incliné que permis.</translation>
        </message>
        <message>
            <source>Forbidden on this route. %1</source>
            <translation>Interdit sur cette voie. %1</translation>
        </message>
        <message>
            <source>Forbidden: the needle's hub would not fit the scanner's bore.</source>
            <translation>Interdit : l'embase de l'aiguille ne tiendrait pas dans l'anneau du scanner.</translation>
        </message>
        <message>
            <source>Forbidden: it would meet the needle “%1”.</source>
            <translation>Interdit : elle rencontrerait l'aiguille « %1 ».</translation>
        </message>
        <message>
            <source>Forbidden: the path leaves the body between skin and target.</source>
            <translation>Interdit : le trajet sort du corps entre la peau et la cible.</translation>
        </message>
        <message>
            <source>The tightest structure, %1, keeps %2 more than its margin and error bound; the path is %3 long.</source>
            <translation>La structure la plus serrée, %1, garde %2 de plus que sa marge et son incertitude ; le trajet mesure %3.</translation>
        </message>
        <message>
            <source>It lies %1 out of the axial plane.</source>
            <translation>Il s'écarte de %1 du plan axial.</translation>
        </message>
        <message>
            <source>Unknown: %1 missing. It is ranked by what is known alone.</source>
            <translation>Non vérifié : il manque %1. Le rang ne tient qu'à ce qui est connu.</translation>
        </message>
        <message>
            <source>The most room of the list.</source>
            <translation>Le plus de place de la liste.</translation>
        </message>
        <message>
            <source>The shortest of the list.</source>
            <translation>Le plus court de la liste.</translation>
        </message>
        <message>
            <source>The nearest to one slice of the list.</source>
            <translation>Le plus proche d'une seule coupe de la liste.</translation>
        </message>
        <message>
            <source>The least chance of touching a structure of the list.</source>
            <translation>Le moindre risque de toucher une structure de la liste.</translation>
        </message>
        <message>
            <source>The chance of touching a structure but bone is %1.</source>
            <translation>Le risque de toucher une structure autre que l'os est de %1.</translation>
        </message>
        <message>
            <source>The lung is %1 away.</source>
            <translation>Le poumon est à %1.</translation>
        </message>
        <message>
            <source>the needle's length</source>
            <translation>la longueur de l'aiguille</translation>
        </message>
        <message>
            <source>the target's nearness to the skin</source>
            <translation>la proximité de la cible et de la peau</translation>
        </message>
        <message>
            <source>the angle</source>
            <translation>l'angle</translation>
        </message>
        <message>
            <source>the table</source>
            <translation>la table</translation>
        </message>
        <message>
            <source>the directions that the route comes from</source>
            <translation>les directions d'où vient la voie</translation>
        </message>
        <message>
            <source>the scanner's bore</source>
            <translation>l'anneau du scanner</translation>
        </message>
        <message>
            <source>another needle</source>
            <translation>une autre aiguille</translation>
        </message>
        <message>
            <source>air on the way</source>
            <translation>de l'air sur le trajet</translation>
        </message>
</context>
<context>
    <name>app::views::RiskLegend</name>
        <message>
            <source>forbidden</source>
            <translation>interdit</translation>
        </message>
        <message>
            <source>near: %1</source>
            <translation>proche : %1</translation>
        </message>
        <message>
            <source>more than %1</source>
            <translation>plus de %1</translation>
        </message>
        <message>
            <source>out of reach</source>
            <translation>hors d'atteinte</translation>
        </message>
        <message>
            <source>Room on the way in, at first roughly</source>
            <translation>Place sur le trajet, d'abord en gros</translation>
        </message>
        <message>
            <source>Room on the way in</source>
            <translation>Place sur le trajet</translation>
        </message>
        <message>
            <source>beyond margin and bound</source>
            <translation>au-delà de la marge et de l'incertitude</translation>
        </message>
        <message>
            <source>Room beyond margin and bound, mm</source>
            <translation>Place au-delà de la marge et de l'incertitude, mm</translation>
        </message>
</context>
<context>
    <name>app::panels::ProposalsPanel</name>
        <message>
            <source>room %1</source>
            <translation>place %1</translation>
        </message>
        <message>
            <source>path %1</source>
            <translation>trajet %1</translation>
        </message>
        <message>
            <source>Take</source>
            <translation>Prendre</translation>
        </message>
        <message>
            <source>Puts the entry there</source>
            <translation>Y place l'entrée</translation>
        </message>
        <message>
            <source>Best ways in</source>
            <translation>Meilleurs trajets</translation>
        </message>
        <message>
            <source>Searching the skin…</source>
            <translation>Recherche sur la peau…</translation>
        </message>
        <message>
            <source>Here once there are a target, a needle and the skin.</source>
            <translation>Ici dès qu'il y a une cible, une aiguille et la peau.</translation>
        </message>
        <message>
            <source>Here once the changed shape is measured.</source>
            <translation>Ici dès que la forme modifiée est mesurée.</translation>
        </message>
</context>
<context>
    <name>app::Tracing</name>
        <message>
            <source>Nerve root</source>
            <translation>Racine nerveuse</translation>
        </message>
        <message>
            <source>Thecal sac</source>
            <translation>Sac dural</translation>
        </message>
        <message>
            <source>Artery</source>
            <translation>Artère</translation>
        </message>
        <message>
            <source>Radicular artery %1</source>
            <translation>Artère radiculaire %1</translation>
        </message>
        <message>
            <source>Vein</source>
            <translation>Veine</translation>
        </message>
        <message>
            <source>Begin trace</source>
            <translation>Commencer le tracé</translation>
        </message>
        <message>
            <source>Add point</source>
            <translation>Ajouter un point</translation>
        </message>
        <message>
            <source>Insert point</source>
            <translation>Insérer un point</translation>
        </message>
        <message>
            <source>Move point</source>
            <translation>Déplacer le point</translation>
        </message>
        <message>
            <source>Remove point</source>
            <translation>Supprimer le point</translation>
        </message>
        <message>
            <source>Change radius</source>
            <translation>Changer le rayon</translation>
        </message>
        <message>
            <source>State uncertainty</source>
            <translation>Indiquer l'incertitude</translation>
        </message>
</context>
<context>
    <name>app::views::TubeOverlay</name>
        <message>
            <source>radius %1 mm</source>
            <translation>rayon %1 mm</translation>
        </message>
</context>
<context>
    <name>app::panels::TracePanel</name>
        <message>
            <source>Trace</source>
            <translation>Tracé</translation>
        </message>
        <message>
            <source>All points</source>
            <translation>Tous les points</translation>
        </message>
        <message>
            <source>Remove point</source>
            <translation>Ôter le point</translation>
        </message>
        <message>
            <source>End</source>
            <translation>Terminer</translation>
        </message>
        <message>
            <source>At the chosen point; Shift + wheel in a slice changes it too</source>
            <translation>Au point choisi ; Maj + molette dans une coupe le change aussi</translation>
        </message>
        <message>
            <source>This radius at every point</source>
            <translation>Ce rayon à tous les points</translation>
        </message>
        <message>
            <source>How far the traced wall may lie from the true one; part of the distance's error bound</source>
            <translation>Écart possible entre la paroi tracée et la vraie ; entre dans l'erreur maximale de la distance</translation>
        </message>
        <message>
            <source>Tube</source>
            <translation>Tube</translation>
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
            <source>Name</source>
            <translation>Nom</translation>
        </message>
        <message>
            <source>Radius</source>
            <translation>Rayon</translation>
        </message>
        <message>
            <source>Uncertain by</source>
            <translation>Incertitude</translation>
        </message>
        <message>
            <source>a new one</source>
            <translation>un nouveau</translation>
        </message>
        <message>
            <source>Confirm: checked on the image</source>
            <translation>Confirmer : vérifié sur l'image</translation>
        </message>
</context>
<context>
    <name>app::views::LevelOverlay</name>
        <message>
            <source>Level %1, as counted</source>
            <translation>Niveau %1, tel que compté</translation>
        </message>
        <message>
            <source>Level %1?, unsure count</source>
            <translation>Niveau %1 ?, comptage incertain</translation>
        </message>
</context>
<context>
    <name>app::panels::LevelsPanel</name>
        <message>
            <source>Vertebrae</source>
            <translation>Vertèbres</translation>
        </message>
        <message>
            <source>Click it</source>
            <translation>Cliquer</translation>
        </message>
        <message>
            <source>Then click this vertebra's body in a view (L)</source>
            <translation>Puis cliquer le corps de cette vertèbre dans une vue (L)</translation>
        </message>
        <message>
            <source>Forget</source>
            <translation>Oublier</translation>
        </message>
        <message>
            <source>Forgets the count</source>
            <translation>Oublie le comptage</translation>
        </message>
        <message>
            <source>Propose root and sac</source>
            <translation>Proposer racine et sac</translation>
        </message>
        <message>
            <source>Where the bone lets expect them, for the route's level and side; to be confirmed by you</source>
            <translation>Là où l'os les laisse attendre, pour le niveau et le côté de la voie ; à confirmer par vous</translation>
        </message>
        <message>
            <source>none named yet</source>
            <translation>aucune n'est nommée</translation>
        </message>
        <message>
            <source>as counted: %1</source>
            <translation>telles que comptées : %1</translation>
        </message>
        <message>
            <source>as counted: %1 (? unsure)</source>
            <translation>telles que comptées : %1 (? incertain)</translation>
        </message>
        <message numerus="yes">
            <source>%n vertebra(e) found, none named: click one.</source>
            <translation>
                <numerusform>%n vertèbre trouvée, sans nom : cliquez-la.</numerusform>
                <numerusform>%n vertèbres trouvées, sans nom : cliquez-en une.</numerusform>
            </translation>
        </message>
        <message>
            <source>Name the one at the crosshair</source>
            <translation>Nommer celle du réticule</translation>
        </message>
        <message>
            <source>The vertebra at the crosshair has the name above; the others are counted from it</source>
            <translation>La vertèbre au réticule porte le nom ci-dessus ; les autres sont comptées à partir d'elle</translation>
        </message>
</context>
<context>
    <name>app::ShapeEdit</name>
        <message>
            <source>Unite structures</source>
            <translation>Unir des structures</translation>
        </message>
        <message>
            <source>Subtract structure</source>
            <translation>Soustraire une structure</translation>
        </message>
        <message>
            <source>Keep the common part</source>
            <translation>Garder la partie commune</translation>
        </message>
        <message>
            <source>Paint</source>
            <translation>Peindre</translation>
        </message>
        <message>
            <source>Erase</source>
            <translation>Effacer</translation>
        </message>
        <message>
            <source>Shrink structure</source>
            <translation>Rétrécir la structure</translation>
        </message>
        <message>
            <source>Grow structure</source>
            <translation>Agrandir la structure</translation>
        </message>
        <message>
            <source>Smooth structure</source>
            <translation>Lisser la structure</translation>
        </message>
        <message>
            <source>Fill holes</source>
            <translation>Combler les trous</translation>
        </message>
        <message>
            <source>Keep one piece</source>
            <translation>Garder un seul morceau</translation>
        </message>
</context>
<context>
    <name>app::panels::ShapePanel</name>
        <message>
            <source>Shape</source>
            <translation>Forme</translation>
        </message>
        <message>
            <source>Paint</source>
            <translation>Peindre</translation>
        </message>
        <message>
            <source>Erase</source>
            <translation>Effacer</translation>
        </message>
        <message>
            <source>Radius of the ball</source>
            <translation>Rayon de la boule</translation>
        </message>
        <message>
            <source>Keep one piece</source>
            <translation>Un morceau</translation>
        </message>
        <message>
            <source>Fill holes</source>
            <translation>Combler</translation>
        </message>
        <message>
            <source>Grow</source>
            <translation>Agrandir</translation>
        </message>
        <message>
            <source>Shrink</source>
            <translation>Rétrécir</translation>
        </message>
        <message>
            <source>Smooth</source>
            <translation>Lisser</translation>
        </message>
        <message>
            <source>With another structure</source>
            <translation>Avec une autre</translation>
        </message>
        <message>
            <source>Unite</source>
            <translation>Unir</translation>
        </message>
        <message>
            <source>Subtract</source>
            <translation>Soustraire</translation>
        </message>
        <message>
            <source>Common part</source>
            <translation>Commun</translation>
        </message>
        <message>
            <source>confirmed by a person</source>
            <translation>confirmé par une personne</translation>
        </message>
        <message>
            <source>not confirmed by a person</source>
            <translation>non confirmé par une personne</translation>
        </message>
</context>
<context>
    <name>app::panels::TubesPanel</name>
        <message>
            <source>Thin vessels</source>
            <translation>Vaisseaux fins</translation>
        </message>
        <message>
            <source>Radius from</source>
            <translation>Rayon de</translation>
        </message>
        <message>
            <source>Radius to</source>
            <translation>Rayon à</translation>
        </message>
        <message>
            <source>Around the crosshair</source>
            <translation>Autour du réticule</translation>
        </message>
        <message>
            <source>Find thin vessels</source>
            <translation>Chercher</translation>
        </message>
</context>
<context>
    <name>app::panels::CArmPanel</name>
        <message>
            <source>C-arm: bull's eye and progress</source>
            <translation>Arceau : axe et progression</translation>
        </message>
        <message>
            <source>Down the needle: bull's eye</source>
            <translation>Dans l'axe de l'aiguille</translation>
        </message>
        <message>
            <source>From the side: progress</source>
            <translation>De profil : progression</translation>
        </message>
        <message>
            <source>detector on the entry's side</source>
            <translation>détecteur côté entrée</translation>
        </message>
        <message>
            <source>detector on the target's side</source>
            <translation>détecteur côté cible</translation>
        </message>
        <message>
            <source>machine shows %1</source>
            <translation>la machine affiche %1</translation>
        </message>
        <message>
            <source>patient position unknown: reach not known</source>
            <translation>position du patient inconnue : portée inconnue</translation>
        </message>
        <message>
            <source>beyond the usual reach</source>
            <translation>hors de portée habituelle</translation>
        </message>
        <message>
            <source>1° off: entry %1 beside the target</source>
            <translation>à 1° de l'axe : entrée à %1 de la cible</translation>
        </message>
        <message>
            <source>Place target and entry to see where the C-arm should stand.</source>
            <translation>Placez la cible et l'entrée pour voir où placer l'arceau.</translation>
        </message>
        <message>
            <source>Turns the simulated radiograph to these angles</source>
            <translation>Tourne la radiographie simulée à ces angles</translation>
        </message>
</context>
<context>
    <name>app::views::RadiographView</name>
        <message>
            <source>The radiograph follows once the scan is loaded</source>
            <translation>La radiographie suit dès que l'examen est chargé</translation>
        </message>
        <message>
            <source>machine shows %1</source>
            <translation>la machine affiche %1</translation>
        </message>
        <message>
            <source>Simulated from CT
assumed: source to detector %1, to isocentre %2</source>
            <translation>Simulée d'après le scanner
supposé : foyer-détecteur %1, foyer-isocentre %2</translation>
        </message>
</context>
<context>
    <name>app::views::CArmBar</name>
        <message>
            <source>Primary angle in terms of the patient: LAO to the right, RAO to the left</source>
            <translation>Angle primaire par rapport au patient : LAO à droite, RAO à gauche</translation>
        </message>
        <message>
            <source>Secondary angle in terms of the patient: cranial to the right, caudal to the left</source>
            <translation>Angle secondaire par rapport au patient : crânial à droite, caudal à gauche</translation>
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
            <translation>Choisissez deux plans d'un même patient avec Ctrl</translation>
        </message>
        <message>
            <source>Folder of the archive</source>
            <translation>Dossier de l'archive</translation>
        </message>
        <message>
            <source>Reading the archive</source>
            <translation>Lecture de l'archive</translation>
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
        <message>
            <source>Review</source>
            <translation>Contrôler</translation>
        </message>
        <message>
            <source>Measure a control CT against this plan, or take this control up again</source>
            <translation>Mesurer un scanner de contrôle par rapport à ce plan, ou reprendre ce contrôle</translation>
        </message>
        <message>
            <source>Archive</source>
            <translation>Archive</translation>
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
            <translation>écart de %1</translation>
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
            <source>Patient's name or ID</source>
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
            <translation>%1 : le point d'entrée a bougé de %2.</translation>
        </message>
        <message>
            <source>%1: the entry was placed or taken away.</source>
            <translation>%1 : le point d'entrée a été placé ou retiré.</translation>
        </message>
        <message>
            <source>%1: the needle went from %2 to %3.</source>
            <translation>%1 : l'aiguille est passée de %2 à %3.</translation>
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
            <translation>L'opérateur est passé de %1 à %2.</translation>
        </message>
        <message>
            <source>Version %1</source>
            <translation>Version %1</translation>
        </message>
        <message>
            <source>The plan's verdict went from %1 to %2.</source>
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
            <translation>Le plan n'est plus prêt.</translation>
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
            <translation>La version précédente n'est pas dans l'archive.</translation>
        </message>
        <message>
            <source>Nothing that is listed here changed.</source>
            <translation>Rien de ce qui est listé ici n'a changé.</translation>
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
            <source>Plan's verdict</source>
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
            <translation>Aucune aiguille n'est placée.</translation>
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
            <translation>Erreur d'entrée</translation>
        </message>
        <message>
            <source>Angle error</source>
            <translation>Erreur d'angle</translation>
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
                <numerusform>%n fichier n'a pu être lu comme plan ou contrôle.</numerusform>
                <numerusform>%n fichiers n'ont pu être lus comme plan ou contrôle.</numerusform>
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
                <numerusform>%n aiguille dont le recalage n'a été accepté par personne.</numerusform>
                <numerusform>%n aiguilles dont le recalage n'a été accepté par personne.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n needle(s) of an earlier control: the last one counts.</source>
            <translation>
                <numerusform>%n aiguille d'un contrôle antérieur : le dernier compte.</numerusform>
                <numerusform>%n aiguilles d'un contrôle antérieur : le dernier compte.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n needle(s) of a report that a later version replaces.</source>
            <translation>
                <numerusform>%n aiguille d'un compte rendu remplacé par une version ultérieure.</numerusform>
                <numerusform>%n aiguilles de comptes rendus remplacés par une version ultérieure.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n needle(s) of a report that is there twice.</source>
            <translation>
                <numerusform>%n aiguille d'un compte rendu présent deux fois.</numerusform>
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
            <translation>Aucune aiguille n'a cette valeur.</translation>
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
            <translation>erreur d'angle, °</translation>
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
            <source>Means with Student's 95 % interval, shares with Wilson's. Chart limits: mean ± 2.66 mean moving ranges. Errors do not hold the registration's own.</source>
            <translation>Moyennes avec l'intervalle à 95 % de Student, parts avec celui de Wilson. Limites des cartes : moyenne ± 2.66 étendues mobiles moyennes. Les erreurs ne comprennent pas celle du recalage.</translation>
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
            <translation>De l'archive</translation>
        </message>
        <message>
            <source>From a folder</source>
            <translation>D'un dossier</translation>
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
            <source>Choose a route in the table: its errors become the site's own placement error</source>
            <translation>Choisissez une voie dans le tableau : ses erreurs deviennent l'erreur de placement du site</translation>
        </message>
        <message>
            <source>Planning on the route “%1” shall take %2 ± %3 at the tip and %4 ± %5 in angle as this site's placement error, from the next start on?</source>
            <translation>La planification de la voie « %1 » doit-elle prendre %2 ± %3 à la pointe et %4 ± %5 en angle comme erreur de placement du site, dès le prochain démarrage ?</translation>
        </message>
        <message>
            <source>Audit</source>
            <translation>Audit</translation>
        </message>
</context>
<context>
    <name>app::audit::ChartWidget</name>
        <message>
            <source>Click to open the plan of this needle</source>
            <translation>Cliquez pour ouvrir le plan de cette aiguille</translation>
        </message>
</context>
<context>
    <name>app::review::ControlFindingsPanel</name>
        <message>
            <source>Findings</source>
            <translation>Constats</translation>
        </message>
</context>
<context>
    <name>app::review::ControlSourcePanel</name>
        <message numerus="yes">
            <source>%n slice(s)</source>
            <translation>
                <numerusform>%n coupe</numerusform>
                <numerusform>%n coupes</numerusform>
            </translation>
        </message>
        <message>
            <source>2  Control CT</source>
            <translation>2  Scanner de contrôle</translation>
        </message>
        <message>
            <source>Open the folder</source>
            <translation>Ouvrir le dossier</translation>
        </message>
        <message>
            <source>Open the folder of the control CT</source>
            <translation>Ouvrir le dossier du scanner de contrôle</translation>
        </message>
        <message>
            <source>None is open yet.</source>
            <translation>Aucun n’est encore ouvert.</translation>
        </message>
        <message>
            <source>Choose the series</source>
            <translation>Choisir la série</translation>
        </message>
        <message>
            <source>Open a saved control…</source>
            <translation>Ouvrir un contrôle enregistré…</translation>
        </message>
        <message>
            <source>Open the folder of the saved control&apos;s scan.</source>
            <translation>Ouvrez le dossier de l’examen du contrôle enregistré.</translation>
        </message>
</context>
<context>
    <name>app::review::CorrectionPanel</name>
        <message>
            <source>The tip is at the target, as well as can be told (± %1).</source>
            <translation>La pointe est à la cible, autant qu’on puisse en juger (± %1).</translation>
        </message>
        <message>
            <source>The tip is past the target: draw back by %1.</source>
            <translation>La pointe a dépassé la cible : reculez de %1.</translation>
        </message>
        <message>
            <source>Straight on: the present direction meets the target, as well as can be told (± %1).</source>
            <translation>Tout droit : la direction actuelle atteint la cible, autant qu’on puisse en juger (± %1).</translation>
        </message>
        <message>
            <source>The target is %1 from the tip, a turn of %2: too much for a needle in tissue. Draw it back and aim anew from the same entry.</source>
            <translation>La cible est à %1 de la pointe, il faudrait tourner de %2 : trop pour une aiguille dans les tissus. Retirez-la et visez de nouveau depuis la même entrée.</translation>
        </message>
        <message>
            <source>Turn by %1: pushed straight on, the tip would miss the target by %2.</source>
            <translation>Tournez de %1 : poussée tout droit, la pointe manquerait la cible de %2.</translation>
        </message>
        <message>
            <source>Change to: from the tip to the target</source>
            <translation>Nouvelle direction : de la pointe à la cible</translation>
        </message>
        <message>
            <source>Remaining depth</source>
            <translation>Profondeur restante</translation>
        </message>
        <message>
            <source>Pushed straight on as it points now</source>
            <translation>Poussée tout droit, comme elle pointe</translation>
        </message>
        <message>
            <source>As deep as the target</source>
            <translation>Jusqu’au niveau de la cible</translation>
        </message>
        <message>
            <source>Or drawn back to the skin: from the same entry</source>
            <translation>Ou retirée à la peau : même entrée</translation>
        </message>
        <message>
            <source>Depth then</source>
            <translation>Profondeur alors</translation>
        </message>
        <message>
            <source>Angles sure to</source>
            <translation>Angles connus à</translation>
        </message>
        <message numerus="yes">
            <source>%n more, all clear and farther</source>
            <translation>
                <numerusform>%n autre, à distance</numerusform>
                <numerusform>%n autres, tous à distance</numerusform>
            </translation>
        </message>
</context>
<context>
    <name>app::review::DistancesPanel</name>
        <message>
            <source>What the needle passes</source>
            <translation>Ce que longe l’aiguille</translation>
        </message>
        <message>
            <source>? Not measured, as their file was not found: %1</source>
            <translation>? Non mesurés, leur fichier n’ayant pas été trouvé : %1</translation>
        </message>
</context>
<context>
    <name>app::review::ErrorsPanel</name>
        <message>
            <source>Errors of the needle</source>
            <translation>Écarts de l’aiguille</translation>
        </message>
        <message>
            <source>Tip, in all</source>
            <translation>Pointe, au total</translation>
        </message>
        <message>
            <source>From the planned target to the actual tip</source>
            <translation>De la cible prévue à la pointe réelle</translation>
        </message>
        <message>
            <source>Tip, lateral</source>
            <translation>Pointe, latéral</translation>
        </message>
        <message>
            <source>Of the actual tip from the planned line</source>
            <translation>De la pointe réelle à la ligne prévue</translation>
        </message>
        <message>
            <source>Tip, in depth (+ too deep)</source>
            <translation>Pointe, en profondeur (+ trop profond)</translation>
        </message>
        <message>
            <source>Along the planned direction; − : too shallow</source>
            <translation>Le long de la direction prévue ; − : pas assez profond</translation>
        </message>
        <message>
            <source>Tip lies toward</source>
            <translation>Pointe décalée vers</translation>
        </message>
        <message>
            <source>From the planned target, in the control's axes</source>
            <translation>Depuis la cible prévue, dans les axes du contrôle</translation>
        </message>
        <message>
            <source>Entry</source>
            <translation>Entrée</translation>
        </message>
        <message>
            <source>Between the two entries, where each needle goes through the skin</source>
            <translation>Entre les deux entrées, où chaque aiguille traverse la peau</translation>
        </message>
        <message>
            <source>Angle</source>
            <translation>Angle</translation>
        </message>
        <message>
            <source>Between the two directions, 0° to 180°</source>
            <translation>Entre les deux directions, de 0° à 180°</translation>
        </message>
        <message>
            <source>Bend</source>
            <translation>Courbure</translation>
        </message>
        <message>
            <source>Largest distance of the needle from a straight line</source>
            <translation>Plus grande distance de l’aiguille à une droite</translation>
        </message>
        <message>
            <source>not in the control</source>
            <translation>hors du contrôle</translation>
        </message>
        <message>
            <source>not known, clicked</source>
            <translation>inconnue, montrée</translation>
        </message>
</context>
<context>
    <name>app::review::NeedlePanel</name>
        <message>
            <source>4  Needle</source>
            <translation>4  Aiguille</translation>
        </message>
        <message>
            <source>Click the entry</source>
            <translation>Montrer l’entrée</translation>
        </message>
        <message>
            <source>Click the tip</source>
            <translation>Montrer la pointe</translation>
        </message>
        <message>
            <source>Find by itself</source>
            <translation>Trouver seul</translation>
        </message>
        <message>
            <source>See the entry</source>
            <translation>Voir l’entrée</translation>
        </message>
        <message>
            <source>See the tip</source>
            <translation>Voir la pointe</translation>
        </message>
        <message>
            <source>As you clicked it: straight from the entry to the tip.</source>
            <translation>Telle que vous l’avez montrée : droite de l’entrée à la pointe.</translation>
        </message>
        <message>
            <source>Found by itself, near the planned one.</source>
            <translation>Trouvée automatiquement, près de celle prévue.</translation>
        </message>
        <message>
            <source>Now click the tip.</source>
            <translation>Montrez maintenant la pointe.</translation>
        </message>
        <message>
            <source>Now click the entry.</source>
            <translation>Montrez maintenant l’entrée.</translation>
        </message>
</context>
<context>
    <name>app::review::PlanSourcePanel</name>
        <message>
            <source>no route chosen</source>
            <translation>aucune voie choisie</translation>
        </message>
        <message>
            <source>saved %1</source>
            <translation>enregistré le %1</translation>
        </message>
        <message>
            <source>the plan that is open</source>
            <translation>le plan ouvert</translation>
        </message>
        <message>
            <source>1  Plan</source>
            <translation>1  Plan</translation>
        </message>
        <message>
            <source>Open a plan</source>
            <translation>Ouvrir un plan</translation>
        </message>
        <message>
            <source>Take the open plan</source>
            <translation>Prendre le plan ouvert</translation>
        </message>
        <message>
            <source>Open its structures</source>
            <translation>Ouvrir ses structures</translation>
        </message>
        <message>
            <source>Open the plan that was carried out</source>
            <translation>Ouvrir le plan qui a été exécuté</translation>
        </message>
        <message>
            <source>Plans (*.dcm);;All files (*)</source>
            <translation>Plans (*.dcm);;Tous les fichiers (*)</translation>
        </message>
        <message>
            <source>Open the structures of the planned scan</source>
            <translation>Ouvrir les structures du scanner de planification</translation>
        </message>
        <message>
            <source>None is open yet.</source>
            <translation>Aucun n’est encore ouvert.</translation>
        </message>
</context>
<context>
    <name>app::review::RecordPanel</name>
        <message>
            <source>Save the control</source>
            <translation>Enregistrer le contrôle</translation>
        </message>
        <message>
            <source>Route</source>
            <translation>Voie</translation>
        </message>
        <message>
            <source>Contrast test</source>
            <translation>Test de contraste</translation>
        </message>
        <message>
            <source>Time point</source>
            <translation>Moment</translation>
        </message>
        <message>
            <source>none chosen</source>
            <translation>aucune choisie</translation>
        </message>
        <message>
            <source>Changed since it was saved</source>
            <translation>Modifié depuis l’enregistrement</translation>
        </message>
        <message>
            <source>Saved: %1</source>
            <translation>Enregistré : %1</translation>
        </message>
</context>
<context>
    <name>app::review::RegistrationPanel</name>
        <message>
            <source>One frame of reference: nothing is moved.</source>
            <translation>Même repère : rien n’est déplacé.</translation>
        </message>
        <message>
            <source>By bone. The bones' edges still lie apart by</source>
            <translation>Par l’os. Les bords des os restent écartés de</translation>
        </message>
        <message>
            <source>By landmarks. They still lie apart by</source>
            <translation>Par repères. Ils restent écartés de</translation>
        </message>
        <message numerus="yes">
            <source>%n landmark(s) in both scans</source>
            <translation>
                <numerusform>%n repère dans les deux scanners</numerusform>
                <numerusform>%n repères dans les deux scanners</numerusform>
            </translation>
        </message>
        <message>
            <source>%1 is wanted in the planned scan</source>
            <translation>%1 manque dans le scanner prévu</translation>
        </message>
        <message>
            <source>%1 is wanted in the control</source>
            <translation>%1 manque dans le contrôle</translation>
        </message>
        <message>
            <source>3  Registration</source>
            <translation>3  Recalage</translation>
        </message>
        <message>
            <source>Acceptable</source>
            <translation>Acceptable</translation>
        </message>
        <message>
            <source>Not acceptable</source>
            <translation>Non acceptable</translation>
        </message>
        <message>
            <source>Mark landmarks</source>
            <translation>Marquer des repères</translation>
        </message>
        <message>
            <source>Remove the landmarks</source>
            <translation>Retirer les repères</translation>
        </message>
        <message>
            <source>Once the plan and the control are open.</source>
            <translation>Dès que le plan et le contrôle sont ouverts.</translation>
        </message>
</context>
<context>
    <name>app::review::ReviewCase</name>
        <message>
            <source>Control scan %1</source>
            <translation>Contrôle %1</translation>
        </message>
        <message>
            <source>Show the entry</source>
            <translation>Montrer l’entrée</translation>
        </message>
        <message>
            <source>Show the tip</source>
            <translation>Montrer la pointe</translation>
        </message>
        <message>
            <source>Find the needle</source>
            <translation>Trouver l’aiguille</translation>
        </message>
        <message>
            <source>Mark a landmark</source>
            <translation>Marquer un repère</translation>
        </message>
        <message>
            <source>Remove the landmarks</source>
            <translation>Retirer les repères</translation>
        </message>
        <message>
            <source>Judge the registration</source>
            <translation>Juger le recalage</translation>
        </message>
        <message>
            <source>Record the contrast test</source>
            <translation>Noter le test de contraste</translation>
        </message>
        <message>
            <source>Name the control</source>
            <translation>Nommer le contrôle</translation>
        </message>
        <message>
            <source>Opening the plan</source>
            <translation>Ouverture du plan</translation>
        </message>
        <message>
            <source>Searching for the control</source>
            <translation>Recherche du contrôle</translation>
        </message>
        <message>
            <source>Several series: choose the control</source>
            <translation>Plusieurs séries : choisissez le contrôle</translation>
        </message>
        <message>
            <source>Loading the control</source>
            <translation>Chargement du contrôle</translation>
        </message>
        <message>
            <source>Reading structures</source>
            <translation>Lecture des structures</translation>
        </message>
        <message>
            <source>Looking for the planned scan</source>
            <translation>Recherche du scanner de planification</translation>
        </message>
        <message>
            <source>Finding the needle</source>
            <translation>Recherche de l’aiguille</translation>
        </message>
        <message>
            <source>Cancelled</source>
            <translation>Annulé</translation>
        </message>
        <message>
            <source>Control saved: %1</source>
            <translation>Contrôle enregistré : %1</translation>
        </message>
        <message>
            <source>Opening the control</source>
            <translation>Ouverture du contrôle</translation>
        </message>
</context>
<context>
    <name>app::review::ReviewPage</name>
        <message>
            <source>Control, along the needle, lateral</source>
            <translation>Contrôle, le long de l’aiguille, latéral</translation>
        </message>
        <message>
            <source>Control, along the needle, head to feet</source>
            <translation>Contrôle, le long de l’aiguille, tête-pieds</translation>
        </message>
        <message>
            <source>Planned scan, axial</source>
            <translation>Scanner prévu, axial</translation>
        </message>
        <message>
            <source>Control, axial</source>
            <translation>Contrôle, axial</translation>
        </message>
        <message>
            <source>Correction</source>
            <translation>Correction</translation>
        </message>
        <message>
            <source>Deviation</source>
            <translation>Écart</translation>
        </message>
        <message>
            <source>Review: click the tip</source>
            <translation>Contrôle : montrer la pointe</translation>
        </message>
        <message>
            <source>Review: click the entry</source>
            <translation>Contrôle : montrer l’entrée</translation>
        </message>
        <message>
            <source>Review: end marking</source>
            <translation>Contrôle : ne plus marquer</translation>
        </message>
        <message>
            <source>Review: fit the views</source>
            <translation>Contrôle : ajuster les vues</translation>
        </message>
        <message>
            <source>No patient</source>
            <translation>Aucun patient</translation>
        </message>
        <message>
            <source>Review</source>
            <translation>Contrôle</translation>
        </message>
        <message>
            <source>Save control</source>
            <translation>Enregistrer le contrôle</translation>
        </message>
        <message>
            <source>Controls (*.dcm)</source>
            <translation>Contrôles (*.dcm)</translation>
        </message>
        <message>
            <source>The control has changes that are not saved.</source>
            <translation>Le contrôle a des modifications non enregistrées.</translation>
        </message>
</context>
<context>
    <name>app::review::ReviewView</name>
        <message>
            <source>Along the needle: once the plan and the control are brought together</source>
            <translation>Le long de l’aiguille : dès que le plan et le contrôle sont recalés</translation>
        </message>
</context>
<context>
    <name>app::review::ReviewOverlay</name>
        <message>
            <source>Entry</source>
            <translation>Entrée</translation>
        </message>
        <message>
            <source>Tip</source>
            <translation>Pointe</translation>
        </message>
        <message>
            <source>Planned tip</source>
            <translation>Pointe prévue</translation>
        </message>
</context>
<context>
    <name>app::review::Words</name>
        <message>
            <source>Two patients, nothing is compared.
Plan: %1
Control: %2</source>
            <translation>Deux patients, rien n’est comparé.
Plan : %1
Contrôle : %2</translation>
        </message>
        <message>
            <source>Open the plan that was carried out.</source>
            <translation>Ouvrez le plan qui a été exécuté.</translation>
        </message>
        <message>
            <source>Working; the numbers follow.</source>
            <translation>Calcul en cours ; les valeurs suivent.</translation>
        </message>
        <message>
            <source>Open the control CT.</source>
            <translation>Ouvrez le scanner de contrôle.</translation>
        </message>
        <message>
            <source>You said that the registration is not acceptable: mark landmarks in both scans.</source>
            <translation>Vous avez jugé le recalage non acceptable : marquez des repères dans les deux scanners.</translation>
        </message>
        <message>
            <source>This needle was not found: click its entry and tip.</source>
            <translation>Cette aiguille n’a pas été trouvée : montrez son entrée et sa pointe.</translation>
        </message>
        <message>
            <source>The registration is not yet accepted: judge its residual of %1.</source>
            <translation>Le recalage n’est pas encore accepté : jugez son résidu de %1.</translation>
        </message>
        <message>
            <source>clicked</source>
            <translation>montrée</translation>
        </message>
        <message>
            <source>as recorded</source>
            <translation>telle qu’enregistrée</translation>
        </message>
        <message>
            <source>found</source>
            <translation>trouvée</translation>
        </message>
        <message>
            <source>epidural</source>
            <translation>péridural</translation>
        </message>
        <message>
            <source>articular</source>
            <translation>articulaire</translation>
        </message>
        <message>
            <source>vascular (do not inject)</source>
            <translation>vasculaire (ne pas injecter)</translation>
        </message>
        <message>
            <source>intrathecal</source>
            <translation>intrathécal</translation>
        </message>
        <message>
            <source>none made</source>
            <translation>non fait</translation>
        </message>
        <message>
            <source>The scan of the saved control is wanted: series %1.</source>
            <translation>L’examen du contrôle enregistré est demandé : série %1.</translation>
        </message>
</context>
<context>
    <name>app::fluoroscopy::ScanOnFrame</name>
        <message>
            <source>Registering</source>
            <translation>Recalage en cours</translation>
        </message>
        <message>
            <source>Start over</source>
            <translation>Recommencer</translation>
        </message>
        <message>
            <source>Move the scan</source>
            <translation>Déplacer le scanner</translation>
        </message>
        <message>
            <source>Registration</source>
            <translation>Recalage</translation>
        </message>
</context>
<context>
    <name>app::fluoroscopy::ScanOnFrameView</name>
        <message>
            <source>Open a run whose geometry is known, and its frame appears here</source>
            <translation>Ouvrez une série dont la géométrie est connue : son image paraît ici</translation>
        </message>
        <message>
            <source>Plan of the scan, registered: residual %1</source>
            <translation>Plan de l'examen, recalé : résidu %1</translation>
        </message>
        <message>
            <source>Not registered: the plan is not drawn</source>
            <translation>Non recalé : le plan n'est pas dessiné</translation>
        </message>
</context>
<context>
    <name>app::fluoroscopy::ScanOnFramePanel</name>
        <message>
            <source>Plan of the scan on a frame</source>
            <translation>Plan de l'examen sur une image</translation>
        </message>
        <message>
            <source>Start over</source>
            <translation>Recommencer</translation>
        </message>
        <message>
            <source>The plan's target in the isocentre, not turned</source>
            <translation>La cible du plan à l'isocentre, sans rotation</translation>
        </message>
        <message>
            <source>Register</source>
            <translation>Recaler</translation>
        </message>
        <message>
            <source>Fits the scan to the frame by its intensities</source>
            <translation>Ajuste l'examen à l'image d'après leurs intensités</translation>
        </message>
        <message>
            <source>Measure</source>
            <translation>Mesurer</translation>
        </message>
        <message>
            <source>Measures the residual of the scan as it lies</source>
            <translation>Mesure le résidu de l'examen tel qu'il est placé</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Annuler</translation>
        </message>
        <message>
            <source>Use both views</source>
            <translation>Utiliser les deux incidences</translation>
        </message>
        <message>
            <source>Drag: move the scan. Shift and drag: turn it. Wheel: nearer to the detector.</source>
            <translation>Glisser : déplacer l'examen. Maj et glisser : le tourner. Molette : le rapprocher du détecteur.</translation>
        </message>
        <message>
            <source>Frame</source>
            <translation>Image</translation>
        </message>
        <message>
            <source>Radiograph</source>
            <translation>Radiographie</translation>
        </message>
        <message>
            <source>Refuse above</source>
            <translation>Refuser au-delà de</translation>
        </message>
        <message>
            <source>Open the scan that was planned on.</source>
            <translation>Ouvrez l'examen sur lequel le plan a été fait.</translation>
        </message>
        <message>
            <source>Open a run of the same patient in the views; its frame must give the whole geometry.</source>
            <translation>Ouvrez une série du même patient dans les incidences ; son image doit donner toute la géométrie.</translation>
        </message>
        <message>
            <source>The frame is being read.</source>
            <translation>L'image est en cours de lecture.</translation>
        </message>
        <message>
            <source>Residual %1</source>
            <translation>Résidu %1</translation>
        </message>
        <message>
            <source>Not measured: the plan is not drawn over the frame.</source>
            <translation>Non mesuré : le plan n'est pas dessiné sur l'image.</translation>
        </message>
        <message>
            <source>Along the beam ± %1: one view alone does not see it.</source>
            <translation>Le long du faisceau ± %1 : une seule incidence ne le voit pas.</translation>
        </message>
        <message>
            <source>%1 %2: %3 ± %4</source>
            <translation>%1 %2 : %3 ± %4</translation>
        </message>
        <message>
            <source>Distances, the residual in their bounds:</source>
            <translation>Distances, résidu compris dans leurs marges d'erreur :</translation>
        </message>
        <message numerus="yes">
            <source>By hand; measured in %n piece(s) of the frame</source>
            <translation>
                <numerusform>À la main ; mesuré sur %n fragment de l'image</numerusform>
                <numerusform>À la main ; mesuré sur %n fragments de l'image</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>By intensity; measured in %n piece(s) of the frame</source>
            <translation>
                <numerusform>Par les intensités ; mesuré sur %n fragment de l'image</numerusform>
                <numerusform>Par les intensités ; mesuré sur %n fragments de l'image</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n other(s) more than %1 away</source>
            <translation>
                <numerusform>%n autre à plus de %1</numerusform>
                <numerusform>%n autres à plus de %1</numerusform>
            </translation>
        </message>
</context>
<context>
    <name>app::fluoroscopy::RouteStep</name>
        <message>
            <source>Route</source>
            <translation>Voie d'abord</translation>
        </message>
        <message>
            <source>Operator</source>
            <translation>Opérateur</translation>
        </message>
</context>
<context>
    <name>app::practice::LearningCurve</name>
        <message>
            <source>Learning curve: score of each attempt, out of 100</source>
            <translation>Courbe d'apprentissage : note de chaque essai, sur 100</translation>
        </message>
        <message>
            <source>No attempt has been scored yet.</source>
            <translation>Aucun essai n'a encore été noté.</translation>
        </message>
        <message>
            <source>line: mean of the last five, now %1</source>
            <translation>ligne : moyenne des cinq derniers, à présent %1</translation>
        </message>
        <message>
            <source>first attempt</source>
            <translation>premier essai</translation>
        </message>
        <message>
            <source>latest; filled: this exercise</source>
            <translation>dernier ; plein : cet exercice</translation>
        </message>
</context>
<context>
    <name>app::practice::PracticePage</name>
        <message>
            <source>Make the exercises of the demo case, choose a folder with exercises, or make one of a plan. An exercise shows a scan without its structures; plan the needle, put it in step by step, and hand it in to see how it compares with an expert's.</source>
            <translation>Créez les exercices du cas de démonstration, choisissez un dossier d'exercices, ou faites-en un à partir d'un plan. Un exercice montre un examen sans ses structures ; planifiez l'aiguille, introduisez-la pas à pas, et rendez l'essai pour la comparer à celle d'un expert.</translation>
        </message>
        <message>
            <source>Start</source>
            <translation>Commencer</translation>
        </message>
        <message>
            <source>Go on</source>
            <translation>Continuer</translation>
        </message>
        <message>
            <source>Make the demo exercises</source>
            <translation>Créer les exercices de démonstration</translation>
        </message>
        <message>
            <source>Other folder</source>
            <translation>Autre dossier</translation>
        </message>
        <message>
            <source>Make one of a plan</source>
            <translation>En créer d'un plan</translation>
        </message>
        <message>
            <source>Exercise</source>
            <translation>Exercice</translation>
        </message>
        <message>
            <source>Best</source>
            <translation>Record</translation>
        </message>
        <message>
            <source>Tries</source>
            <translation>Essais</translation>
        </message>
        <message>
            <source>Scored attempts at this exercise</source>
            <translation>Essais notés de cet exercice</translation>
        </message>
        <message>
            <source>Folder with exercises</source>
            <translation>Dossier d'exercices</translation>
        </message>
        <message>
            <source>Making exercises</source>
            <translation>Création des exercices</translation>
        </message>
        <message numerus="yes">
            <source>%n exercise(s) made</source>
            <translation>
                <numerusform>%n exercice créé</numerusform>
                <numerusform>%n exercices créés</numerusform>
            </translation>
        </message>
        <message>
            <source>The expert's plan</source>
            <translation>Le plan de l'expert</translation>
        </message>
        <message>
            <source>Plans (*.dcm);;All files (*)</source>
            <translation>Plans (*.dcm);;Tous les fichiers (*)</translation>
        </message>
        <message>
            <source>The exercise's folder</source>
            <translation>Le dossier de l'exercice</translation>
        </message>
        <message>
            <source>%1: cannot be used</source>
            <translation>%1 : inutilisable</translation>
        </message>
        <message>
            <source>Scoring the attempt</source>
            <translation>Notation de l'essai</translation>
        </message>
        <message>
            <source>The exercise's task</source>
            <translation>La consigne de l'exercice</translation>
        </message>
        <message>
            <source>What to aim at, in words; empty: the target of the plan's route</source>
            <translation>Ce qu'il faut viser, en toutes lettres ; vide : la cible de la voie du plan</translation>
        </message>
        <message>
            <source>Removed %1, which an earlier run that was ended had left.</source>
            <translation>%1, laissé par une exécution antérieure interrompue, a été supprimé.</translation>
        </message>
        <message>
            <source>Practice</source>
            <translation>Exercices</translation>
        </message>
</context>
<context>
    <name>app::practice::PracticePanel</name>
        <message>
            <source>Exercise</source>
            <translation>Exercice</translation>
        </message>
        <message>
            <source>Control slice</source>
            <translation>Coupe de contrôle</translation>
        </message>
        <message>
            <source>Hand in</source>
            <translation>Rendre</translation>
        </message>
        <message>
            <source>Go on later</source>
            <translation>Continuer plus tard</translation>
        </message>
        <message>
            <source>%1. Aim at: %2.</source>
            <translation>%1. À viser : %2.</translation>
        </message>
        <message>
            <source>%1 in</source>
            <translation>%1 dans le patient</translation>
        </message>
        <message>
            <source>not put in yet</source>
            <translation>pas encore introduite</translation>
        </message>
        <message>
            <source>Corrections %1, control slices %2</source>
            <translation>Corrections %1, coupes de contrôle %2</translation>
        </message>
        <message>
            <source>Correct: draw back, set in anew</source>
            <translation>Corriger : retirer, reposer</translation>
        </message>
        <message>
            <source>Set the needle on the skin</source>
            <translation>Poser l'aiguille sur la peau</translation>
        </message>
</context>
<context>
    <name>app::practice::ScoreSheet</name>
        <message>
            <source>%1 of 100</source>
            <translation>%1 sur 100</translation>
        </message>
        <message>
            <source>No expert chose the way in: the program's best proposal stands for one.</source>
            <translation>Aucun expert n'a choisi l'entrée : la meilleure proposition du programme en tient lieu.</translation>
        </message>
</context>
<context>
    <name>app::practice::Session</name>
        <message>
            <source>Opening the exercise</source>
            <translation>Ouverture de l'exercice</translation>
        </message>
</context>
<context>
    <name>app::practice::Pictures</name>
        <message>
            <source>the program's proposal</source>
            <translation>proposition du programme</translation>
        </message>
        <message>
            <source>expert</source>
            <translation>expert</translation>
        </message>
        <message>
            <source>your plan</source>
            <translation>votre plan</translation>
        </message>
        <message>
            <source>needle</source>
            <translation>aiguille</translation>
        </message>
        <message>
            <source>before correction %1</source>
            <translation>avant la correction %1</translation>
        </message>
        <message>
            <source>target zone</source>
            <translation>zone cible</translation>
        </message>
        <message>
            <source>tip</source>
            <translation>pointe</translation>
        </message>
        <message>
            <source>At the target</source>
            <translation>À la cible</translation>
        </message>
        <message>
            <source>Along the needle</source>
            <translation>Le long de l'aiguille</translation>
        </message>
        <message>
            <source>Where the needle was nearest: %1, %2</source>
            <translation>Là où l'aiguille était au plus près : %1, %2</translation>
        </message>
        <message>
            <source>Your plan and the expert's</source>
            <translation>Votre plan et celui de l'expert</translation>
        </message>
        <message>
            <source>Where control slices were taken</source>
            <translation>Là où des coupes de contrôle ont été faites</translation>
        </message>
        <message>
            <source>The needle's ways</source>
            <translation>Les trajets de l'aiguille</translation>
        </message>
        <message>
            <source>Control slice %1: %2, needle %3 in</source>
            <translation>Coupe de contrôle %1 : %2, aiguille à %3</translation>
        </message>
</context>
<context>
    <name>app::practice::Score</name>
        <message>
            <source>The tip is %1 from the middle of the target zone, whose radius is %2: it is in.</source>
            <translation>La pointe est à %1 du centre de la zone cible, dont le rayon est de %2 : elle y est.</translation>
        </message>
        <message>
            <source>The tip is %1 from the middle of the target zone. Up to %2 gives all points, %3 none.</source>
            <translation>La pointe est à %1 du centre de la zone cible. Jusqu'à %2, tous les points ; à %3, aucun.</translation>
        </message>
        <message>
            <source>The tip is %1 from the middle of the target zone: from %2 on the target is missed.</source>
            <translation>La pointe est à %1 du centre de la zone cible : à partir de %2, la cible est manquée.</translation>
        </message>
        <message>
            <source>Nothing tells how near the needle came to anything.</source>
            <translation>Rien ne dit à quelle distance l'aiguille est passée de quoi que ce soit.</translation>
        </message>
        <message>
            <source>How near the needle came is not known of: %1.</source>
            <translation>On ne sait pas à quelle distance l'aiguille est passée de : %1.</translation>
        </message>
        <message>
            <source>The needle went into: %1 (%2, negative is inside).</source>
            <translation>L'aiguille est entrée dans : %1 (%2, négatif à l'intérieur).</translation>
        </message>
        <message>
            <source>The needle came too near to: %1. Distance %2: at worst less than the margin of %3.</source>
            <translation>L'aiguille est passée trop près de : %1. Distance %2 : au pire en deçà de la marge de %3.</translation>
        </message>
        <message>
            <source>The needle came near to: %1. Distance %2, margin %3. The expert's needle stays clear.</source>
            <translation>L'aiguille est passée près de : %1. Distance %2, marge %3. L'aiguille de l'expert reste à l'écart.</translation>
        </message>
        <message>
            <source>Nearest was: %1. Distance %2, margin %3. The verdict is no worse than the expert's.</source>
            <translation>Au plus près : %1. Distance %2, marge %3. Le verdict n'est pas pire que celui de l'expert.</translation>
        </message>
        <message>
            <source>The planned path is %1 long, the expert's %2. Up to %3 longer gives all points.</source>
            <translation>Le trajet planifié mesure %1, celui de l'expert %2. Jusqu'à %3 de plus, tous les points.</translation>
        </message>
        <message>
            <source>The planned path is %1 long, the expert's %2. Up to %3 longer gives all points, %4 none.</source>
            <translation>Le trajet planifié mesure %1, celui de l'expert %2. Jusqu'à %3 de plus, tous les points ; à %4, aucun.</translation>
        </message>
        <message>
            <source>The needle was not put in: there is nothing to count.</source>
            <translation>L'aiguille n'a pas été introduite : il n'y a rien à compter.</translation>
        </message>
        <message>
            <source>The needle was never drawn back and set in anew.</source>
            <translation>L'aiguille n'a jamais été retirée puis reposée.</translation>
        </message>
        <message numerus="yes">
            <source>The needle was drawn back and set in anew %n time(s); %1 gives no points.</source>
            <translation>
                <numerusform>L'aiguille a été retirée puis reposée %n fois ; %1 ne donne aucun point.</numerusform>
                <numerusform>L'aiguille a été retirée puis reposée %n fois ; %1 ne donne aucun point.</numerusform>
            </translation>
        </message>
        <message>
            <source>No control slice was taken: the needle went in unseen.</source>
            <translation>Aucune coupe de contrôle n'a été faite : l'aiguille est entrée sans être vue.</translation>
        </message>
        <message numerus="yes">
            <source>%n control slice(s) taken. 1 to %1 give all points, %2 none.</source>
            <translation>
                <numerusform>%n coupe de contrôle. De 1 à %1, tous les points ; à %2, aucun.</numerusform>
                <numerusform>%n coupes de contrôle. De 1 à %1, tous les points ; à %2, aucun.</numerusform>
            </translation>
        </message>
        <message>
            <source>Target</source>
            <translation>Cible</translation>
        </message>
        <message>
            <source>Margins</source>
            <translation>Marges</translation>
        </message>
        <message>
            <source>Length</source>
            <translation>Longueur</translation>
        </message>
        <message>
            <source>Angle</source>
            <translation>Angle</translation>
        </message>
        <message>
            <source>Corrections</source>
            <translation>Corrections</translation>
        </message>
        <message>
            <source>Control slices</source>
            <translation>Coupes de contrôle</translation>
        </message>
        <message>
            <source>Time</source>
            <translation>Temps</translation>
        </message>
        <message>
            <source>No points, because the target was missed.</source>
            <translation>Aucun point, car la cible est manquée.</translation>
        </message>
        <message>
            <source>The planned direction is %1 from the expert's. Up to %2 gives all points, %3 none.</source>
            <translation>La direction planifiée est à %1 de celle de l'expert. Jusqu'à %2, tous les points ; à %3, aucun.</translation>
        </message>
        <message>
            <source>Handed in after %1. Up to %2 gives all points, %3 none.</source>
            <translation>Rendu après %1. Jusqu'à %2, tous les points ; à %3, aucun.</translation>
        </message>
        <message>
            <source>%1 s</source>
            <translation>%1 s</translation>
        </message>
        <message>
            <source>%1 min %2 s</source>
            <translation>%1 min %2 s</translation>
        </message>
        <message>
            <source>%1 min</source>
            <translation>%1 min</translation>
        </message>
</context>
<context>
    <name>app::deidentify::ImageLook</name>
        <message>
            <source>The picture cannot be shown: do not tick it.</source>
            <translation>L'image ne peut être affichée : ne la cochez pas.</translation>
        </message>
        <message>
            <source>Frame %1 of %2</source>
            <translation>Image %1 sur %2</translation>
        </message>
        <message>
            <source>Frame %1 of %2; look at every one</source>
            <translation>Image %1 sur %2 ; regardez-les toutes</translation>
        </message>
        <message>
            <source>Only 1 of %1 frames can be shown: do not tick it.</source>
            <translation>Seule 1 image sur %1 peut être affichée : ne la cochez pas.</translation>
        </message>
</context>
<context>
    <name>app::SiteWords</name>
        <message>
            <source>VASCULAR PATTERN: DO NOT INJECT</source>
            <translation>OPACIFICATION VASCULAIRE : NE PAS INJECTER</translation>
        </message>
        <message>
            <source>ALTERED PLAN: it was changed after it was saved</source>
            <translation>PLAN ALTÉRÉ : modifié après son enregistrement</translation>
        </message>
        <message>
            <source>OTHER IMAGES than those that the plan was made on</source>
            <translation>AUTRES IMAGES que celles sur lesquelles le plan a été fait</translation>
        </message>
        <message>
            <source>INTRATHECAL PATTERN: STOP</source>
            <translation>OPACIFICATION INTRATHÉCALE : ARRÊTER</translation>
        </message>
        <message>
            <source>WRONG SIDE: the needle is LEFT (%1), stated is RIGHT</source>
            <translation>MAUVAIS CÔTÉ : l'aiguille est à GAUCHE (%1), le côté indiqué est DROIT</translation>
        </message>
        <message>
            <source>WRONG SIDE: the needle is RIGHT (%1), stated is LEFT</source>
            <translation>MAUVAIS CÔTÉ : l'aiguille est à DROITE (%1), le côté indiqué est GAUCHE</translation>
        </message>
        <message>
            <source>NO SIDE: the target is on the MIDLINE, %1 from the middle</source>
            <translation>PAS DE CÔTÉ : la cible est sur la LIGNE MÉDIANE, à %1 du milieu</translation>
        </message>
        <message>
            <source>NO SIDE: the entry is on the MIDLINE, %1 from the middle</source>
            <translation>PAS DE CÔTÉ : l'entrée est sur la LIGNE MÉDIANE, à %1 du milieu</translation>
        </message>
        <message>
            <source>WRONG LEVEL: the target is at no counted level, and the stated level is %1</source>
            <translation>MAUVAIS ÉTAGE : la cible n'est à aucun étage compté, et l'étage indiqué est %1</translation>
        </message>
        <message>
            <source>WRONG LEVEL: the target is at %1, and the stated level is %2</source>
            <translation>MAUVAIS ÉTAGE : la cible est en %1, et l'étage indiqué est %2</translation>
        </message>
        <message>
            <source>NOT MEASURED</source>
            <translation>NON MESURÉ</translation>
        </message>
        <message>
            <source>MIDLINE</source>
            <translation>LIGNE MÉDIANE</translation>
        </message>
        <message>
            <source>LEFT %1 mm</source>
            <translation>GAUCHE %1 mm</translation>
        </message>
        <message>
            <source>RIGHT %1 mm</source>
            <translation>DROITE %1 mm</translation>
        </message>
        <message>
            <source>The side is not measured: bring the crosshair to a spinous process and press "Midline", twice</source>
            <translation>Le côté n'est pas mesuré : amener le réticule sur une épineuse et appuyer sur « Ligne médiane », deux fois</translation>
        </message>
        <message>
            <source>Measured from the middle of the spinal canal</source>
            <translation>Mesuré depuis le milieu du canal rachidien</translation>
        </message>
        <message>
            <source>Measured from the midline that you confirmed</source>
            <translation>Mesuré depuis la ligne médiane que vous avez confirmée</translation>
        </message>
        <message>
            <source>Measured from the middle of the vertebral bodies</source>
            <translation>Mesuré depuis le milieu des corps vertébraux</translation>
        </message>
        <message>
            <source>Measured from the middle of the body</source>
            <translation>Mesuré depuis le milieu du corps</translation>
        </message>
        <message>
            <source>no side</source>
            <translation>aucun côté</translation>
        </message>
        <message>
            <source>no level</source>
            <translation>aucun étage</translation>
        </message>
        <message>
            <source>stated: %1, %2</source>
            <translation>indiqué : %1, %2</translation>
        </message>
        <message>
            <source>not stated</source>
            <translation>non indiqué</translation>
        </message>
        <message>
            <source>seen by %1 (%2)</source>
            <translation>vu par %1 (%2)</translation>
        </message>
        <message>
            <source>not verified</source>
            <translation>non vérifié</translation>
        </message>
        <message>
            <source>by the counted vertebrae</source>
            <translation>d'après les vertèbres comptées</translation>
        </message>
        <message>
            <source>%1: %2</source>
            <translation>%1 : %2</translation>
        </message>
</context>
<context>
    <name>app::panels::SeenRow</name>
        <message>
            <source>Operator</source>
            <translation>Opérateur</translation>
        </message>
        <message>
            <source>Your name, for the record</source>
            <translation>Votre nom, pour le dossier</translation>
        </message>
        <message>
            <source>I have seen the level</source>
            <translation>J'ai vu l'étage</translation>
        </message>
        <message>
            <source>I have seen the side</source>
            <translation>J'ai vu le côté</translation>
        </message>
        <message>
            <source>Take back</source>
            <translation>Retirer</translation>
        </message>
        <message>
            <source>level %1 seen by %2 (%3)</source>
            <translation>étage %1 vu par %2 (%3)</translation>
        </message>
        <message>
            <source>side seen by %1 (%2)</source>
            <translation>côté vu par %1 (%2)</translation>
        </message>
</context>
<context>
    <name>app::panels::UnseenDialog</name>
        <message>
            <source>Looked for, not visible</source>
            <translation>Recherchée, non visible</translation>
        </message>
        <message>
            <source>Why it is not seen</source>
            <translation>Pourquoi elle ne se voit pas</translation>
        </message>
        <message>
            <source>Looked for in</source>
            <translation>Recherchée en</translation>
        </message>
        <message>
            <source>Accept by name</source>
            <translation>Accepter en mon nom</translation>
        </message>
</context>
<context>
    <name>app::panels::UnseenRows</name>
        <message>
            <source>%1, %2</source>
            <translation>%1, %2</translation>
        </message>
        <message>
            <source>%1: accepted by %2</source>
            <translation>%1 : acceptée par %2</translation>
        </message>
        <message>
            <source>Looked for, not visible...</source>
            <translation>Recherchée, non visible...</translation>
        </message>
        <message>
            <source>Take back</source>
            <translation>Retirer</translation>
        </message>
</context>
<context>
    <name>app::SiteCheckDialog</name>
        <message>
            <source>not chosen</source>
            <translation>non choisie</translation>
        </message>
        <message>
            <source>not placed</source>
            <translation>non placée</translation>
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
            <source>Site check</source>
            <translation>Contrôle du site</translation>
        </message>
        <message>
            <source>Confirmed by %1</source>
            <translation>Confirmé par %1</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Annuler</translation>
        </message>
        <message>
            <source>Patient</source>
            <translation>Patient</translation>
        </message>
        <message>
            <source>Side, measured</source>
            <translation>Côté, mesuré</translation>
        </message>
        <message>
            <source>Side, stated</source>
            <translation>Côté, indiqué</translation>
        </message>
        <message>
            <source>Level</source>
            <translation>Étage</translation>
        </message>
        <message>
            <source>Needle</source>
            <translation>Aiguille</translation>
        </message>
        <message>
            <source>Route</source>
            <translation>Voie</translation>
        </message>
        <message>
            <source>none</source>
            <translation>aucun</translation>
        </message>
        <message>
            <source>Target or entry is not placed</source>
            <translation>Cible ou entrée non placée</translation>
        </message>
</context>
<context>
    <name>app::Paper</name>
        <message>
            <source>page %1</source>
            <translation>page %1</translation>
        </message>
</context>
<context>
    <name>app::PlanCopier</name>
        <message>
            <source>Writing key images and worksheet</source>
            <translation>Écriture des images clés et de la fiche</translation>
        </message>
        <message>
            <source>Needle plan worksheet</source>
            <translation>Fiche du plan d'aiguille</translation>
        </message>
</context>
<context>
    <name>app::worksheet::ConsolePage</name>
        <message>
            <source>no route</source>
            <translation>aucune voie</translation>
        </message>
        <message>
            <source>This computer has no font for some letters of the name: tell the patient by ID and date of birth.</source>
            <translation>Cet ordinateur n'a pas de police pour certaines lettres du nom : reconnaissez le patient à son identifiant et à sa date de naissance.</translation>
        </message>
        <message>
            <source>no level</source>
            <translation>aucun étage</translation>
        </message>
        <message>
            <source>%1 (%2 of %3)</source>
            <translation>%1 (%2 sur %3)</translation>
        </message>
        <message>
            <source>Scan of %1: %2</source>
            <translation>Scanner du %1 : %2</translation>
        </message>
        <message>
            <source>Needle plan: sheet for the console</source>
            <translation>Plan d'aiguille : fiche pour la console</translation>
        </message>
        <message>
            <source>Verdict: %1 %2</source>
            <translation>Verdict : %1 %2</translation>
        </message>
        <message>
            <source>DRAFT, approved by nobody: not for use at the table.</source>
            <translation>BROUILLON, que personne n'a approuvé : ne pas utiliser à la table.</translation>
        </message>
        <message>
            <source>NOT READY: not for use at the table.</source>
            <translation>PAS PRÊT : ne pas utiliser à la table.</translation>
        </message>
        <message>
            <source>Approved by %1, %2.</source>
            <translation>Approuvé par %1, %2.</translation>
        </message>
        <message>
            <source>Site checked by %1.</source>
            <translation>Site vérifié par %1.</translation>
        </message>
        <message>
            <source>At the console</source>
            <translation>À la console</translation>
        </message>
        <message>
            <source>Bounds: how exactly the scan shows a place. They hold neither the patient's movement nor the hand's placement error.</source>
            <translation>Incertitudes : la précision avec laquelle le scanner montre un point. Elles ne comprennent ni les mouvements du patient ni l'écart de pose.</translation>
        </message>
        <message>
            <source>distance not known</source>
            <translation>distance inconnue</translation>
        </message>
        <message>
            <source>%1 ± %2, margin %3</source>
            <translation>%1 ± %2, marge %3</translation>
        </message>
        <message>
            <source>%1, at a depth of %2</source>
            <translation>%1, à une profondeur de %2</translation>
        </message>
        <message>
            <source>%1; accepted by %2</source>
            <translation>%1 ; accepté par %2</translation>
        </message>
        <message>
            <source>Structures, the worst first; distances from the needle's surface</source>
            <translation>Structures, la pire d'abord ; distances depuis la surface de l'aiguille</translation>
        </message>
        <message numerus="yes">
            <source>and %n more, all clear</source>
            <translation>
                <numerusform>et encore %n, libre</numerusform>
                <numerusform>et encore %n, toutes libres</numerusform>
            </translation>
        </message>
        <message>
            <source>NOT ASKED</source>
            <translation>NON POSÉE</translation>
        </message>
        <message>
            <source>%1, last dose %2</source>
            <translation>%1, dernière prise le %2</translation>
        </message>
        <message>
            <source>agreed %1</source>
            <translation>convenu le %1</translation>
        </message>
        <message>
            <source>Checks before the needle</source>
            <translation>Vérifications avant la ponction</translation>
        </message>
        <message>
            <source>For the physician: this program chooses no drug and no dose</source>
            <translation>Au médecin : ce programme ne choisit ni produit ni dose</translation>
        </message>
        <message>
            <source>Drug</source>
            <translation>Produit</translation>
        </message>
        <message>
            <source>Lot</source>
            <translation>Lot</translation>
        </message>
        <message>
            <source>Volume, ml</source>
            <translation>Volume, ml</translation>
        </message>
        <message>
            <source>Time-out at the table, read aloud</source>
            <translation>Pause de sécurité à la table, lue à voix haute</translation>
        </message>
        <message>
            <source>none stated</source>
            <translation>non indiqué</translation>
        </message>
        <message>
            <source>Patient says name and date of birth</source>
            <translation>Le patient dit son nom et sa date de naissance</translation>
        </message>
        <message>
            <source>Procedure: %1</source>
            <translation>Geste : %1</translation>
        </message>
        <message>
            <source>Side: %1</source>
            <translation>Côté : %1</translation>
        </message>
        <message>
            <source>Level: %1</source>
            <translation>Étage : %1</translation>
        </message>
        <message>
            <source>Allergy asked again</source>
            <translation>Allergie redemandée</translation>
        </message>
        <message>
            <source>Coagulation and antithrombotics asked again</source>
            <translation>Coagulation et antithrombotiques redemandés</translation>
        </message>
        <message>
            <source>Position is that of the scan</source>
            <translation>La position est celle du scanner</translation>
        </message>
        <message>
            <source>Skin at the puncture site is clean, no infection</source>
            <translation>Peau saine au point de ponction, sans infection</translation>
        </message>
        <message>
            <source>Read by</source>
            <translation>Lu par</translation>
        </message>
        <message>
            <source>Time</source>
            <translation>Heure</translation>
        </message>
        <message>
            <source>To be known</source>
            <translation>À savoir</translation>
        </message>
</context>
<context>
    <name>app::worksheet::Console</name>
        <message>
            <source>not known</source>
            <translation>inconnu</translation>
        </message>
        <message>
            <source>slice location as the scanner printed it, %1</source>
            <translation>position affichée par le scanner, %1</translation>
        </message>
        <message>
            <source>the scan has no slice location: z of its own coordinates, %1</source>
            <translation>le scanner n'a pas de position de coupe : z de ses coordonnées, %1</translation>
        </message>
        <message>
            <source>%1 to the patient's LEFT</source>
            <translation>%1 vers la GAUCHE du patient</translation>
        </message>
        <message>
            <source>%1 to the patient's RIGHT</source>
            <translation>%1 vers la DROITE du patient</translation>
        </message>
        <message>
            <source>%1 to the patient's BACK</source>
            <translation>%1 vers le DOS du patient</translation>
        </message>
        <message>
            <source>%1 to the patient's FRONT</source>
            <translation>%1 vers le VENTRE du patient</translation>
        </message>
        <message>
            <source>the patient's left is on the RIGHT of the picture as lying</source>
            <translation>la gauche du patient est à DROITE de l'image (patient tel qu'il est couché)</translation>
        </message>
        <message>
            <source>the patient's left is on the LEFT of the picture as lying</source>
            <translation>la gauche du patient est à GAUCHE de l'image (patient tel qu'il est couché)</translation>
        </message>
        <message>
            <source>Slice of the skin point (table)</source>
            <translation>Coupe du point cutané (table)</translation>
        </message>
        <message>
            <source>Slice of the target</source>
            <translation>Coupe de la cible</translation>
        </message>
        <message>
            <source>Skin point from the midline</source>
            <translation>Point cutané, ligne médiane</translation>
        </message>
        <message>
            <source>no midline was confirmed</source>
            <translation>aucune ligne médiane n'a été confirmée</translation>
        </message>
        <message>
            <source>Skin point from the scan's zero line</source>
            <translation>Point cutané, zéro du scanner</translation>
        </message>
        <message>
            <source>%1; the laser only where the scanner's zero is at the isocentre</source>
            <translation>%1 ; le laser seulement si le zéro du scanner est à l'isocentre</translation>
        </message>
        <message>
            <source>Skin point from the grid marker</source>
            <translation>Point cutané, repère de la grille</translation>
        </message>
        <message>
            <source>to be read off the picture with the grid</source>
            <translation>à lire sur l'image avec la grille</translation>
        </message>
        <message>
            <source>the hub leans to the patient's LEFT</source>
            <translation>l'embase penche vers la GAUCHE du patient</translation>
        </message>
        <message>
            <source>the hub leans to the patient's RIGHT</source>
            <translation>l'embase penche vers la DROITE du patient</translation>
        </message>
        <message>
            <source>the hub leans to the patient's BACK</source>
            <translation>l'embase penche vers le DOS du patient</translation>
        </message>
        <message>
            <source>the hub leans to the patient's FRONT</source>
            <translation>l'embase penche vers le VENTRE du patient</translation>
        </message>
        <message>
            <source>In-plane angle (goniometer)</source>
            <translation>Angle dans le plan (goniomètre)</translation>
        </message>
        <message>
            <source>from the vertical, %1</source>
            <translation>depuis la verticale, %1</translation>
        </message>
        <message>
            <source>the patient's position is not known</source>
            <translation>la position du patient n'est pas connue</translation>
        </message>
        <message>
            <source>not defined</source>
            <translation>non défini</translation>
        </message>
        <message>
            <source>Cranio-caudal angle</source>
            <translation>Angle crânio-caudal</translation>
        </message>
        <message>
            <source>%1, tip toward the HEAD</source>
            <translation>%1, pointe vers la TÊTE</translation>
        </message>
        <message>
            <source>%1, tip toward the FEET</source>
            <translation>%1, pointe vers les PIEDS</translation>
        </message>
        <message>
            <source>out of the axial plane, %1</source>
            <translation>hors du plan axial, %1</translation>
        </message>
        <message>
            <source>Only if the gantry is tilted</source>
            <translation>Seulement si le statif est incliné</translation>
        </message>
        <message>
            <source>tilt %1, tip toward the HEAD; in that slice %2</source>
            <translation>inclinaison %1, pointe vers la TÊTE ; dans cette coupe %2</translation>
        </message>
        <message>
            <source>tilt %1, tip toward the FEET; in that slice %2</source>
            <translation>inclinaison %1, pointe vers les PIEDS ; dans cette coupe %2</translation>
        </message>
        <message>
            <source>in the place of the two angles above, %1</source>
            <translation>à la place des deux angles ci-dessus, %1</translation>
        </message>
        <message>
            <source>%1 in, %2 outside</source>
            <translation>%1 dedans, %2 dehors</translation>
        </message>
        <message>
            <source>Needle</source>
            <translation>Aiguille</translation>
        </message>
        <message>
            <source>not chosen</source>
            <translation>non choisie</translation>
        </message>
        <message>
            <source>outer diameter %1</source>
            <translation>diamètre extérieur %1</translation>
        </message>
        <message>
            <source>Stop for the last control</source>
            <translation>Arrêt pour le dernier contrôle</translation>
        </message>
        <message>
            <source>along the needle, from the skin, %1</source>
            <translation>le long de l'aiguille, depuis la peau, %1</translation>
        </message>
        <message>
            <source>At the target</source>
            <translation>À la cible</translation>
        </message>
        <message>
            <source>no skin was found in the scan</source>
            <translation>aucune peau n'a été trouvée dans le scanner</translation>
        </message>
        <message>
            <source>Supine, head first (HFS)</source>
            <translation>Sur le dos, tête d'abord (HFS)</translation>
        </message>
        <message>
            <source>Prone, head first (HFP)</source>
            <translation>Sur le ventre, tête d'abord (HFP)</translation>
        </message>
        <message>
            <source>Supine, feet first (FFS)</source>
            <translation>Sur le dos, pieds d'abord (FFS)</translation>
        </message>
        <message>
            <source>Prone, feet first (FFP)</source>
            <translation>Sur le ventre, pieds d'abord (FFP)</translation>
        </message>
        <message>
            <source>On the right side, head first (HFDR)</source>
            <translation>Sur le côté droit, tête d'abord (HFDR)</translation>
        </message>
        <message>
            <source>On the left side, head first (HFDL)</source>
            <translation>Sur le côté gauche, tête d'abord (HFDL)</translation>
        </message>
        <message>
            <source>On the right side, feet first (FFDR)</source>
            <translation>Sur le côté droit, pieds d'abord (FFDR)</translation>
        </message>
        <message>
            <source>On the left side, feet first (FFDL)</source>
            <translation>Sur le côté gauche, pieds d'abord (FFDL)</translation>
        </message>
        <message>
            <source>Patient's position</source>
            <translation>Position du patient</translation>
        </message>
        <message>
            <source>as in the scan; all below holds for it alone</source>
            <translation>celle du scanner ; la suite ne vaut que pour elle</translation>
        </message>
</context>
<context>
    <name>app::worksheet::Pictures</name>
        <message>
            <source>Target</source>
            <translation>Cible</translation>
        </message>
        <message>
            <source>Entry</source>
            <translation>Entrée</translation>
        </message>
        <message>
            <source>Across the needle, at the target, seen from the entry</source>
            <translation>En travers de l'aiguille, à la cible, vue depuis l'entrée</translation>
        </message>
        <message>
            <source>Along the needle, at right angles to the axial plane</source>
            <translation>Le long de l'aiguille, perpendiculairement au plan axial</translation>
        </message>
        <message>
            <source>Along the needle, axial plane tilted to hold it; as lying</source>
            <translation>Le long de l'aiguille, plan axial incliné ; patient tel qu'il est couché</translation>
        </message>
        <message>
            <source>Along the needle, axial plane tilted to hold it; front up</source>
            <translation>Le long de l'aiguille, plan axial incliné ; avant en haut</translation>
        </message>
</context>
<context>
    <name>app::worksheet::Patient</name>
        <message>
            <source>A corticoid is brought with a thin needle to the place in the spine that was chosen for you. A local anaesthetic may be given first, as a test.</source>
            <translation>Un corticoïde est amené par une fine aiguille à l'endroit du rachis choisi pour vous. Un anesthésique local peut être donné d'abord, comme test.</translation>
        </message>
        <message>
            <source>Pictures, CT or fluoroscopy, guide the needle. Before the injection a little contrast medium, or air, shows that the needle is where it shall be.</source>
            <translation>Des images, scanner ou radioscopie, guident l'aiguille. Avant l'injection, un peu de produit de contraste, ou d'air, montre que l'aiguille est au bon endroit.</translation>
        </message>
        <message>
            <source>It usually takes less than ten minutes.</source>
            <translation>Le geste dure en général moins de dix minutes.</translation>
        </message>
        <message>
            <source>Into a disc it is done in an operating room, as sterile as surgery, in day hospital: you are watched for one hour afterwards.</source>
            <translation>L'infiltration d'un disque se fait au bloc opératoire, avec une asepsie stricte, en hôpital de jour : vous êtes surveillé une heure après le geste.</translation>
        </message>
        <message>
            <source>What is done</source>
            <translation>Le geste</translation>
        </message>
        <message>
            <source>Come with somebody who takes you home.</source>
            <translation>Venez avec quelqu'un qui vous ramène chez vous.</translation>
        </message>
        <message>
            <source>Rest for 48 hours. Carry nothing heavy.</source>
            <translation>Reposez-vous 48 heures. Ne portez rien de lourd.</translation>
        </message>
        <message>
            <source>The pain may first rise, for 24 to 48 hours.</source>
            <translation>La douleur peut d'abord augmenter, pendant 24 à 48 heures.</translation>
        </message>
        <message>
            <source>Relief comes on average from the 4th day on.</source>
            <translation>Le soulagement vient en moyenne à partir du 4e jour.</translation>
        </message>
        <message>
            <source>After an infiltration of a disc relief comes on average from the 3rd day on.</source>
            <translation>Après une infiltration d'un disque, le soulagement vient en moyenne à partir du 3e jour.</translation>
        </message>
        <message>
            <source>Rehabilitation goes on alongside: the infiltration does not replace it.</source>
            <translation>La rééducation continue en parallèle : l'infiltration ne la remplace pas.</translation>
        </message>
        <message>
            <source>One or two more infiltrations may follow, one to four weeks apart, not more.</source>
            <translation>Une ou deux autres infiltrations peuvent suivre, espacées d'une à quatre semaines, pas plus.</translation>
        </message>
        <message>
            <source>Afterwards</source>
            <translation>Après le geste</translation>
        </message>
        <message>
            <source>Infection: about 1 in 100 (1 %).</source>
            <translation>Infection : environ 1 sur 100 (1 %).</translation>
        </message>
        <message>
            <source>Bleeding: about 1 in 150 000.</source>
            <translation>Saignement : environ 1 sur 150 000.</translation>
        </message>
        <message>
            <source>A small tear of the membrane around the nerves (epidural infiltrations): 0 to 2.6 in 100. It gives a headache for about a week.</source>
            <translation>Une petite déchirure de la membrane qui entoure les nerfs (infiltrations épidurales) : 0 à 2,6 sur 100. Elle donne mal à la tête pendant environ une semaine.</translation>
        </message>
        <message>
            <source>Allergy to a product that was given.</source>
            <translation>Allergie à un produit administré.</translation>
        </message>
        <message>
            <source>Diabetes may get out of balance: watch it closely.</source>
            <translation>Un diabète peut se déséquilibrer : surveillez-le de près.</translation>
        </message>
        <message>
            <source>Damage of the spinal cord by a blocked artery: about fifteen cases were ever reported, most of them in people whose spine had been operated on.</source>
            <translation>Lésion de la moelle par une artère bouchée : une quinzaine de cas ont été rapportés, la plupart chez des personnes opérées du rachis.</translation>
        </message>
        <message>
            <source>Risks</source>
            <translation>Risques</translation>
        </message>
        <message>
            <source>If you get a headache</source>
            <translation>Si vous avez mal à la tête</translation>
        </message>
        <message>
            <source>Lie down and rest, and take caffeine, as in coffee.</source>
            <translation>Allongez-vous, reposez-vous et prenez de la caféine, comme dans le café.</translation>
        </message>
        <message>
            <source>If it persists, telephone: the leak can be closed with some of your own blood (a blood patch).</source>
            <translation>Si cela persiste, téléphonez : la fuite peut être fermée avec un peu de votre propre sang (un blood patch).</translation>
        </message>
        <message>
            <source>If it does not help enough</source>
            <translation>Si cela ne soulage pas assez</translation>
        </message>
        <message>
            <source>If the pain comes back or does not go after the infiltrations that were planned, see your physician: whether to discuss surgery is decided together.</source>
            <translation>Si la douleur revient ou ne cède pas après les infiltrations prévues, revoyez votre médecin : vous déciderez ensemble s'il faut discuter d'une chirurgie.</translation>
        </message>
        <message>
            <source>With weakness or trouble holding urine or stool do not wait: see the warning signs.</source>
            <translation>En cas de faiblesse, ou si vous retenez mal urines ou selles, n'attendez pas : voyez les signes d'alerte.</translation>
        </message>
        <message>
            <source>Warning signs: telephone at once</source>
            <translation>Signes d'alerte : téléphonez tout de suite</translation>
        </message>
        <message>
            <source>Fever.</source>
            <translation>Fièvre.</translation>
        </message>
        <message>
            <source>Weakness of an arm or a leg.</source>
            <translation>Faiblesse d'un bras ou d'une jambe.</translation>
        </message>
        <message>
            <source>Numbness between the legs, where one sits on a saddle.</source>
            <translation>Perte de sensibilité entre les jambes, là où l'on s'assoit sur une selle.</translation>
        </message>
        <message>
            <source>You cannot hold or pass urine or stool.</source>
            <translation>Vous ne pouvez plus retenir ou évacuer urines ou selles.</translation>
        </message>
        <message>
            <source>Whom to telephone</source>
            <translation>Qui appeler</translation>
        </message>
        <message>
            <source>to be written in by the centre</source>
            <translation>à inscrire par le centre</translation>
        </message>
        <message>
            <source>If nobody answers, go to the nearest emergency department and bring this page.</source>
            <translation>Si personne ne répond, allez aux urgences les plus proches avec cette page.</translation>
        </message>
        <message>
            <source>Figures: what a French imaging centre's page on spinal infiltrations states, for patients in general and rounded; your own risk may be smaller or larger. They do not replace what your physician tells you.</source>
            <translation>Chiffres : ceux de la page d'un centre d'imagerie français sur les infiltrations rachidiennes, pour les patients en général et arrondis ; votre propre risque peut être plus petit ou plus grand. Ils ne remplacent pas ce que vous dit votre médecin.</translation>
        </message>
        <message>
            <source>Your spinal infiltration</source>
            <translation>Votre infiltration rachidienne</translation>
        </message>
</context>
<context>
    <name>app::worksheet::KeyImages</name>
        <message>
            <source>depth %1</source>
            <translation>profondeur %1</translation>
        </message>
        <message>
            <source>verdict %1 %2</source>
            <translation>verdict %1 %2</translation>
        </message>
        <message>
            <source>Planning aid, not for diagnosis. Plan %1</source>
            <translation>Aide à la planification, pas pour le diagnostic. Plan %1</translation>
        </message>
</context>
<context>
    <name>app::worksheet::Pdf</name>
        <message>
            <source>needleplan %1, planning aid, not a certified medical device. Plan %2</source>
            <translation>needleplan %1, aide à la planification, n'est pas un dispositif médical certifié. Plan %2</translation>
        </message>
        <message>
            <source>not saved</source>
            <translation>non enregistré</translation>
        </message>
        <message>
            <source>Needle plan worksheet</source>
            <translation>Fiche du plan d'aiguille</translation>
        </message>
</context>
    <context>
        <name>app::pacs::PacsPage</name>
        <message>
            <source>Search</source>
            <translation>Rechercher</translation>
        </message>
        <message>
            <source>Today</source>
            <translation>Aujourd'hui</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Annuler</translation>
        </message>
        <message>
            <source>Archives</source>
            <translation>Archives</translation>
        </message>
        <message>
            <source>Open what came</source>
            <translation>Ouvrir ce qui est arrivé</translation>
        </message>
        <message>
            <source>PACS</source>
            <translation>PACS</translation>
        </message>
        <message>
            <source>Archive</source>
            <translation>Archive</translation>
        </message>
        <message>
            <source>The archive that is asked</source>
            <translation>L'archive interrogée</translation>
        </message>
        <message>
            <source>Today's worklist, or today's studies where the archive has none</source>
            <translation>La liste de travail du jour, ou les examens du jour si l'archive n'en a pas</translation>
        </message>
        <message>
            <source>Add, change, remove and test the archives</source>
            <translation>Ajouter, modifier, retirer et tester les archives</translation>
        </message>
        <message>
            <source>Cancelled</source>
            <translation>Annulé</translation>
        </message>
        <message>
            <source>Studies</source>
            <translation>Examens</translation>
        </message>
        <message>
            <source>Series of the study</source>
            <translation>Séries de l'examen</translation>
        </message>
        <message>
            <source>Cancelled: what came whole stays.</source>
            <translation>Annulé : ce qui est arrivé entier reste.</translation>
        </message>
        <message numerus="yes">
            <source>%n found so far</source>
            <translation>
                <numerusform>%n trouvé pour le moment</numerusform>
                <numerusform>%n trouvés pour le moment</numerusform>
            </translation>
        </message>
        <message>
            <source>No archive is set up yet: add one with “Archives”.</source>
            <translation>Aucune archive n'est encore configurée : ajoutez-en une par « Archives ».</translation>
        </message>
        <message>
            <source>A date is written as 2026, 2026-11 or 2026-11-25.</source>
            <translation>Une date s'écrit 2026, 2026-11 ou 2026-11-25.</translation>
        </message>
        <message>
            <source>Say what to look for: a name, an ID, a date, a modality or an accession number.</source>
            <translation>Indiquez ce qui est recherché : un nom, un identifiant, une date, une modalité ou un numéro d'accès.</translation>
        </message>
        <message>
            <source>Asking %1</source>
            <translation>Interrogation de %1</translation>
        </message>
        <message numerus="yes">
            <source>%n found</source>
            <translation>
                <numerusform>%n trouvé</numerusform>
                <numerusform>%n trouvés</numerusform>
            </translation>
        </message>
        <message>
            <source>ID %1</source>
            <translation>ID %1</translation>
        </message>
        <message>
            <source>Issuer %1</source>
            <translation>Émetteur %1</translation>
        </message>
        <message>
            <source>Born %1</source>
            <translation>Naissance %1</translation>
        </message>
        <message>
            <source>Accession %1</source>
            <translation>Numéro d'accès %1</translation>
        </message>
        <message>
            <source>Station %1</source>
            <translation>Poste %1</translation>
        </message>
        <message>
            <source>Another patient of this list has the same Patient ID: compare name, issuer and birth date.</source>
            <translation>Un autre patient de cette liste a le même identifiant : comparez nom, émetteur et date de naissance.</translation>
        </message>
        <message>
            <source>Fetching %1 from %2</source>
            <translation>Récupération de %1 depuis %2</translation>
        </message>
        <message>
            <source>The scan is here; the rest of the study still arrives.</source>
            <translation>L'examen à ouvrir est là ; le reste arrive encore.</translation>
        </message>
        <message>
            <source>The fetched scan can be opened on the page PACS.</source>
            <translation>L'examen récupéré peut être ouvert dans la page PACS.</translation>
        </message>
        <message numerus="yes">
            <source>%n object(s) came.</source>
            <translation>
                <numerusform>%n objet est arrivé.</numerusform>
                <numerusform>%n objets sont arrivés.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n object(s) that the archive lists did not come.</source>
            <translation>
                <numerusform>%n objet que l'archive annonce n'est pas arrivé.</numerusform>
                <numerusform>%n objets que l'archive annonce ne sont pas arrivés.</numerusform>
            </translation>
        </message>
        <message>
            <source>Nothing among it can be opened as a scan.</source>
            <translation>Rien de cela ne s'ouvre comme un examen.</translation>
        </message>
        <message>
            <source>Studies of this patient</source>
            <translation>Examens de ce patient</translation>
        </message>
        <message>
            <source>Fetch and open</source>
            <translation>Récupérer et ouvrir</translation>
        </message>
    </context>
    <context>
        <name>app::pacs::PacsWork</name>
        <message>
            <source>Asking %1</source>
            <translation>Interrogation de %1</translation>
        </message>
        <message>
            <source>Fetching from %1</source>
            <translation>Récupération depuis %1</translation>
        </message>
    </context>
    <context>
        <name>app::pacs::SearchForm</name>
        <message>
            <source>Name: family, given</source>
            <translation>Nom, prénom</translation>
        </message>
        <message>
            <source>Patient ID</source>
            <translation>Identifiant</translation>
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
            <source>Modality</source>
            <translation>Modalité</translation>
        </message>
        <message>
            <source>Accession number</source>
            <translation>Numéro d'accès</translation>
        </message>
    </context>
    <context>
        <name>app::pacs::StudiesModel</name>
        <message>
            <source>Patient</source>
            <translation>Patient</translation>
        </message>
        <message>
            <source>ID</source>
            <translation>ID</translation>
        </message>
        <message>
            <source>Issuer</source>
            <translation>Émetteur</translation>
        </message>
        <message>
            <source>Born</source>
            <translation>Naissance</translation>
        </message>
        <message>
            <source>Study</source>
            <translation>Examen</translation>
        </message>
        <message>
            <source>Modalities</source>
            <translation>Modalités</translation>
        </message>
        <message>
            <source>Description</source>
            <translation>Description</translation>
        </message>
        <message>
            <source>Objects</source>
            <translation>Objets</translation>
        </message>
        <message>
            <source>Another patient of this list has the same Patient ID: compare name, issuer and birth date.</source>
            <translation>Un autre patient de cette liste a le même identifiant : comparez nom, émetteur et date de naissance.</translation>
        </message>
        <message>
            <source>Some of this text is in characters that cannot be read here.</source>
            <translation>Une partie de ce texte est en caractères qui ne peuvent pas être lus ici.</translation>
        </message>
    </context>
    <context>
        <name>app::pacs::SitesDialog</name>
        <message>
            <source>Name or IPv4 address</source>
            <translation>Nom ou adresse IPv4</translation>
        </message>
        <message>
            <source>All</source>
            <translation>Tous</translation>
        </message>
        <message>
            <source>IPv4 address of this computer</source>
            <translation>Adresse IPv4 de cet ordinateur</translation>
        </message>
        <message>
            <source>The archive's host</source>
            <translation>L'hôte de l'archive</translation>
        </message>
        <message>
            <source>Encrypted (TLS)</source>
            <translation>Chiffrée (TLS)</translation>
        </message>
        <message>
            <source>Completed plans and saved controls are sent there by themselves</source>
            <translation>Les plans terminés et les contrôles enregistrés y sont envoyés d'eux-mêmes</translation>
        </message>
        <message>
            <source>Has a worklist</source>
            <translation>A une liste de travail</translation>
        </message>
        <message>
            <source>Add</source>
            <translation>Ajouter</translation>
        </message>
        <message>
            <source>Remove</source>
            <translation>Retirer</translation>
        </message>
        <message>
            <source>Test connection</source>
            <translation>Tester la connexion</translation>
        </message>
        <message>
            <source>Save</source>
            <translation>Enregistrer</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>Fermer</translation>
        </message>
        <message>
            <source>Archives</source>
            <translation>Archives</translation>
        </message>
        <message>
            <source>The archive answers.</source>
            <translation>L'archive répond.</translation>
        </message>
        <message>
            <source>Choose</source>
            <translation>Choisir</translation>
        </message>
        <message>
            <source>C-GET: over the same connection</source>
            <translation>C-GET : par la même connexion</translation>
        </message>
        <message>
            <source>C-MOVE: the archive connects to this computer</source>
            <translation>C-MOVE : l'archive se connecte à cet ordinateur</translation>
        </message>
        <message>
            <source>Fetch by</source>
            <translation>Récupérer par</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>Nom</translation>
        </message>
        <message>
            <source>Host</source>
            <translation>Hôte</translation>
        </message>
        <message>
            <source>Port</source>
            <translation>Port</translation>
        </message>
        <message>
            <source>AE title of the archive</source>
            <translation>Titre AE de l'archive</translation>
        </message>
        <message>
            <source>AE title of this computer</source>
            <translation>Titre AE de cet ordinateur</translation>
        </message>
        <message>
            <source>Trusted authorities</source>
            <translation>Autorités reconnues</translation>
        </message>
        <message>
            <source>Our certificate</source>
            <translation>Notre certificat</translation>
        </message>
        <message>
            <source>Its private key</source>
            <translation>Sa clé privée</translation>
        </message>
        <message>
            <source>Revoked certificates</source>
            <translation>Certificats révoqués</translation>
        </message>
        <message>
            <source>Trusted authorities, PEM</source>
            <translation>Autorités reconnues, PEM</translation>
        </message>
        <message>
            <source>Our certificate, PEM</source>
            <translation>Notre certificat, PEM</translation>
        </message>
        <message>
            <source>Its private key, PEM</source>
            <translation>Sa clé privée, PEM</translation>
        </message>
        <message>
            <source>Revoked certificates, PEM</source>
            <translation>Certificats révoqués, PEM</translation>
        </message>
        <message>
            <source>Station on the worklist</source>
            <translation>Poste sur la liste de travail</translation>
        </message>
        <message>
            <source>Listen on address</source>
            <translation>Écouter à l'adresse</translation>
        </message>
        <message>
            <source>Listen on port</source>
            <translation>Écouter au port</translation>
        </message>
        <message>
            <source>Taken only from</source>
            <translation>Accepté seulement de</translation>
        </message>
        <message>
            <source>Saved.</source>
            <translation>Enregistré.</translation>
        </message>
        <message>
            <source>Remove the archive “%1” from the list?</source>
            <translation>Retirer l'archive « %1 » de la liste ?</translation>
        </message>
        <message>
            <source>Asking %1</source>
            <translation>Interrogation de %1</translation>
        </message>
        <message>
            <source>The archive in the form is not saved.</source>
            <translation>L'archive du formulaire n'est pas enregistrée.</translation>
        </message>
    </context>
<context>
    <name>app::panels::ConfirmPanel</name>
        <message>
            <source>%1 from the needle</source>
            <translation>à %1 de l'aiguille</translation>
        </message>
        <message>
            <source>Confirm (Enter)</source>
            <translation>Confirmer (Entrée)</translation>
        </message>
        <message>
            <source>Not there (Backspace)</source>
            <translation>Absente (Ret. arr.)</translation>
        </message>
        <message>
            <source>Later (Esc)</source>
            <translation>Plus tard (Échap)</translation>
        </message>
        <message>
            <source>Removes it from the case; can be undone</source>
            <translation>La retire du cas ; peut être annulé</translation>
        </message>
        <message>
            <source>Is this “%1”?</source>
            <translation>Est-ce bien « %1 » ?</translation>
        </message>
        <message>
            <source>error bound %1</source>
            <translation>incertitude %1</translation>
        </message>
</context>
<context>
    <name>app::StepWords</name>
        <message>
            <source>Next: choose the route.</source>
            <translation>À faire : choisir la voie.</translation>
        </message>
        <message>
            <source>Next: level and target disagree; put one of them right.</source>
            <translation>À faire : l'étage et la cible ne concordent pas ; corriger l'un des deux.</translation>
        </message>
        <message>
            <source>Next: state the level.</source>
            <translation>À faire : indiquer l'étage.</translation>
        </message>
        <message>
            <source>Next: side and target disagree; put one of them right.</source>
            <translation>À faire : le côté et la cible ne concordent pas ; corriger l'un des deux.</translation>
        </message>
        <message>
            <source>Next: state the side.</source>
            <translation>À faire : indiquer le côté.</translation>
        </message>
        <message>
            <source>Next: set the target (T).</source>
            <translation>À faire : placer la cible (T).</translation>
        </message>
        <message>
            <source>Next: choose a longer needle.</source>
            <translation>À faire : choisir une aiguille plus longue.</translation>
        </message>
        <message>
            <source>Next: choose a needle.</source>
            <translation>À faire : choisir une aiguille.</translation>
        </message>
        <message>
            <source>Next: set the entry on the skin (E).</source>
            <translation>À faire : placer l'entrée sur la peau (E).</translation>
        </message>
        <message>
            <source>Next: name a vertebra by a click (L), or say who has seen the level.</source>
            <translation>À faire : nommer une vertèbre d'un clic (L), ou dire qui a vu l'étage.</translation>
        </message>
        <message>
            <source>Next: mark the midline on two spinous processes.</source>
            <translation>À faire : marquer la ligne médiane sur deux épineuses.</translation>
        </message>
        <message>
            <source>Next: little of the needle stays outside; take a longer one, or say that this is wanted.</source>
            <translation>À faire : l'aiguille dépasse peu de la peau ; en prendre une plus longue, ou dire que c'est voulu.</translation>
        </message>
        <message>
            <source>Next: keep to the route's rule, or give your word about it.</source>
            <translation>À faire : suivre la règle de la voie, ou vous en porter garant.</translation>
        </message>
        <message>
            <source>Next: look at the needle from the file, and say that it lies as meant.</source>
            <translation>À faire : regarder l'aiguille venue du fichier, et dire qu'elle est bien placée.</translation>
        </message>
        <message>
            <source>Next: look at the mirrored needle, and say that it lies as meant.</source>
            <translation>À faire : regarder l'aiguille symétrique, et dire qu'elle est bien placée.</translation>
        </message>
        <message>
            <source>Next: look at the needle made for the next level, and say that it lies as meant.</source>
            <translation>À faire : regarder l'aiguille faite pour l'étage voisin, et dire qu'elle est bien placée.</translation>
        </message>
        <message>
            <source>Next: choose the guidance.</source>
            <translation>À faire : choisir le guidage.</translation>
        </message>
        <message>
            <source>Next: name operator and institution.</source>
            <translation>À faire : nommer l'opérateur et l'établissement.</translation>
        </message>
        <message>
            <source>Next: check the site on one picture, and save.</source>
            <translation>À faire : vérifier le site sur une image, et enregistrer.</translation>
        </message>
        <message>
            <source>Nothing is left to do: the plan is saved as complete.</source>
            <translation>Il ne reste rien à faire : le plan est enregistré comme achevé.</translation>
        </message>
        <message>
            <source>Next: see to the check “%1”</source>
            <translation>À faire : revoir la question « %1 »</translation>
        </message>
        <message>
            <source>Next: answer the checks.</source>
            <translation>À faire : répondre aux vérifications.</translation>
        </message>
        <message>
            <source>Next: move the needle. %1</source>
            <translation>À faire : déplacer l'aiguille. %1</translation>
        </message>
        <message>
            <source>Next: move the needle; the margin of “%1” is breached.</source>
            <translation>À faire : déplacer l'aiguille ; la marge de « %1 » est franchie.</translation>
        </message>
        <message>
            <source>Next: look at “%1”, and confirm it (U).</source>
            <translation>À faire : regarder « %1 », et confirmer (U).</translation>
        </message>
        <message>
            <source>Next: give what is required, or say that it is not visible: %1.</source>
            <translation>À faire : donner ce qui est exigé, ou dire que ce n'est pas visible : %1.</translation>
        </message>
        <message>
            <source>Next: “%1” is near; move the needle, or say that this is wanted.</source>
            <translation>À faire : « %1 » est proche ; déplacer l'aiguille, ou dire que c'est voulu.</translation>
        </message>
        <message>
            <source>Next: %1</source>
            <translation>À faire : %1</translation>
        </message>
        <message>
            <source>Next: “%1” is not known well enough; give a better one.</source>
            <translation>À faire : « %1 » n'est pas assez bien connu ; en donner un meilleur.</translation>
        </message>
        <message>
            <source>Next: set the target (T), or let target and entry be proposed (A).</source>
            <translation>À faire : placer la cible (T), ou faire proposer la cible et l'entrée (A).</translation>
        </message>
        <message>
            <source>Next: look at the proposed target and entry, and say that they lie as meant.</source>
            <translation>À faire : regarder la cible et l'entrée proposées, et dire qu'elles sont à l'endroit voulu.</translation>
        </message>
</context>
    <context>
        <name>app::AutoNeedles</name>
        <message>
            <source>Bone (found)</source>
            <translation>Os (trouvé)</translation>
        </message>
        <message>
            <source>Thecal sac (expected)</source>
            <translation>Sac dural (attendu)</translation>
        </message>
        <message>
            <source>Nerve root %1 (expected)</source>
            <translation>Racine %1 (attendue)</translation>
        </message>
        <message>
            <source>Nerve root %1 left (expected)</source>
            <translation>Racine nerveuse %1 gauche (attendue)</translation>
        </message>
        <message>
            <source>Nerve root %1 right (expected)</source>
            <translation>Racine nerveuse %1 droite (attendue)</translation>
        </message>
        <message>
            <source>Looking for target and entry</source>
            <translation>Recherche de la cible et de l'entrée</translation>
        </message>
        <message>
            <source>Take the proposed target and entry</source>
            <translation>Reprendre la cible et l'entrée proposées</translation>
        </message>
    </context>
    <context>
        <name>app::FoundGuides</name>
        <message>
            <source>Looking for the target's anatomy</source>
            <translation>Recherche de l'anatomie de la cible</translation>
        </message>
    </context>
    <context>
        <name>app::panels::AutoPanel</name>
        <message>
            <source>Target and entry together</source>
            <translation>Cible et entrée ensemble</translation>
        </message>
        <message>
            <source>Propose target and entry (A)</source>
            <translation>Proposer la cible et l'entrée (A)</translation>
        </message>
        <message>
            <source>Proposed needles</source>
            <translation>Aiguilles proposées</translation>
        </message>
        <message>
            <source>Arrows and mouse show one in the slices; Enter takes target and entry over</source>
            <translation>Les flèches et la souris en montrent une dans les coupes ; Entrée reprend la cible et l'entrée</translation>
        </message>
        <message>
            <source>room %1</source>
            <translation>place %1</translation>
        </message>
        <message>
            <source>path %1</source>
            <translation>trajet %1</translation>
        </message>
        <message>
            <source>Click one vertebra first and name it (L).</source>
            <translation>D'abord cliquer une vertèbre et la nommer (L).</translation>
        </message>
        <message>
            <source>The program looks for no target of this route by itself.</source>
            <translation>Pour cette voie, le programme ne cherche pas de cible lui-même.</translation>
        </message>
        <message>
            <source>State route, level and side first.</source>
            <translation>D'abord indiquer la voie, l'étage et le côté.</translation>
        </message>
        <message>
            <source>What was proposed no longer fits: ask again.</source>
            <translation>Ce qui était proposé ne convient plus : redemander.</translation>
        </message>
        <message>
            <source>Looking for target and entry…</source>
            <translation>Recherche de la cible et de l'entrée…</translation>
        </message>
    </context>
    <context>
        <name>app::views::AidOverlay</name>
        <message>
            <source>Proposal %1</source>
            <translation>Proposition %1</translation>
        </message>
        <message>
            <source>Disc</source>
            <translation>Disque</translation>
        </message>
        <message>
            <source>Foramen</source>
            <translation>Foramen</translation>
        </message>
        <message>
            <source>Facet joint</source>
            <translation>Articulaire postérieure</translation>
        </message>
        <message>
            <source>Interlaminar gap</source>
            <translation>Espace interlamaire</translation>
        </message>
        <message>
            <source>Sacral hiatus</source>
            <translation>Hiatus sacro-coccygien</translation>
        </message>
    </context>
</TS>
