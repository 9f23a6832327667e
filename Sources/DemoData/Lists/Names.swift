// Names that the Python package Faker lists (MIT licence). First and last names are drawn apart, so no person is meant.

enum Names {
    /// First names in French.
    static let frenchFirst = """
        Adélaïde|Adèle|Adrienne|Agathe|Agnès|Aimée|Alexandrie|Alix|Alexandria|Alex|Alice|Amélie|Anaïs|\
        Anastasie|Andrée|Anne|Anouk|Antoinette|Arnaude|Astrid|Audrey|Aurélie|Aurore|Bernadette|Brigitte|\
        Capucine|Caroline|Catherine|Cécile|Céline|Célina|Chantal|Charlotte|Christelle|Christiane|Christine|\
        Claire|Claudine|Clémence|Colette|Constance|Corinne|Danielle|Denise|Diane|Dorothée|Édith|Éléonore|\
        Élisabeth|Élise|Élodie|Émilie|Emmanuelle|Françoise|Frédérique|Gabrielle|Geneviève|Hélène|Henriette|\
        Hortense|Inès|Isabelle|Jacqueline|Jeanne|Jeannine|Joséphine|Josette|Julie|Juliette|Laetitia|Laure|\
        Laurence|Lorraine|Louise|Luce|Lucie|Lucy|Madeleine|Manon|Marcelle|Margaux|Margaud|Margot|Marguerite|\
        Margaret|Maggie|Marianne|Marie|Marine|Marthe|Martine|Maryse|Mathilde|Michèle|Michelle|Monique|\
        Nathalie|Nath|Nicole|Noémi|Océane|Odette|Olivie|Patricia|Paulette|Pauline|Pénélope|Philippine|Renée|\
        Sabine|Simone|Sophie|Stéphanie|Susanne|Suzanne|Susan|Sylvie|Thérèse|Valentine|Valérie|Véronique|\
        Victoire|Virginie|Zoé|Camille|Claude|Dominique|Adrien|Aimé|Alain|Alexandre|Alfred|Alphonse|André|\
        Antoine|Arthur|Auguste|Augustin|Benjamin|Benoît|Bernard|Bertrand|Charles|Christophe|Daniel|David|\
        Denis|Édouard|Émile|Emmanuel|Éric|Étienne|Eugène|François|Franck|Frédéric|Gabriel|Georges|Gérard|\
        Gilbert|Gilles|Grégoire|Guillaume|Guy|William|Henri|Honoré|Hugues|Isaac|Jacques|Jean|Jérôme|Joseph|\
        Jules|Julien|Laurent|Léon|Louis|Luc|Lucas|Marc|Marcel|Martin|Matthieu|Maurice|Michel|Nicolas|Noël|\
        Olivier|Patrick|Paul|Philippe|Pierre|Raymond|Rémy|René|Richard|Robert|Roger|Roland|Sébastien|\
        Stéphane|Théodore|Théophile|Thibaut|Thibault|Thierry|Thomas|Timothée|Tristan|Victor|Vincent|Xavier|\
        Yves|Zacharie
        """.split(separator: "|").map(String.init)

    /// Last names in France.
    static let frenchLast = """
        Martin|Bernard|Thomas|Robert|Petit|Dubois|Richard|Garcia|Durand|Moreau|Lefebvre|Simon|Laurent|\
        Michel|Leroy|Martinez|David|Fontaine|Da Silva|Morel|Fournier|Dupont|Bertrand|Lambert|Rousseau|\
        Girard|Roux|Vincent|Lefèvre|Boyer|Lopez|Bonnet|Andre|François|Mercier|Muller|Guérin|Legrand|Sanchez|\
        Garnier|Chevalier|Faure|Perez|Clément|Fernandez|Blanc|Robin|Morin|Gauthier|Pereira|Perrin|Roussel|\
        Henry|Duval|Gautier|Nicolas|Masson|Marie|Noël|Ferreira|Lemaire|Mathieu|Rivière|Denis|Marchand|\
        Rodriguez|Dumont|Payet|Lucas|Dufour|Dos Santos|Joly|Blanchard|Meunier|Rodrigues|Caron|Gérard|\
        Fernandes|Brunet|Meyer|Barbier|Leroux|Renard|Goncalves|Gaillard|Brun|Roy|Picard|Giraud|Roger|\
        Schmitt|Colin|Arnaud|Vidal|Gonzalez|Lemoine|Roche|Aubert|Olivier|Leclercq|Pierre|Philippe|Bourgeois|\
        Renaud|Martins|Leclerc|Guillaume|Lacroix|Lecomte|Benoit|Fabre|Carpentier|Vasseur|Louis|Hubert|Jean|\
        Dumas|Rolland|Grondin|Rey|Huet|Gomez|Dupuis|Guillot|Berger|Moulin|Hoarau|Menard|Deschamps|Fleury|\
        Adam|Boucher|Poirier|Bertin|Charles|Aubry|Da Costa|Royer|Dupuy|Maillard|Paris|Baron|Lopes|Guyot|\
        Carre|Jacquet|Renault|Hervé|Charpentier|Klein|Cousin|Collet|Léger|Ribeiro|Hernandez|Bailly|\
        Schneider|Le Gall|Ruiz|Langlois|Bouvier|Gomes|Prévost|Julien|Lebrun|Breton|Germain|Millet|Boulanger|\
        Rémy|Le Roux|Daniel|Marques|Maillot|Leblanc|Le Goff|Barre|Perrot|Lévêque|Marty|Benard|Monnier|Hamon|\
        Pelletier|Alves|Étienne|Marchal|Poulain|Tessier|Lemaître|Guichard|Besson|Mallet|Hoareau|Gillet|\
        Weber|Jacob|Collin|Chevallier|Perrier|Michaud|Carlier|Delaunay|Chauvin|Alexandre|Maréchal|Antoine|\
        Lebon|Cordier|Lejeune|Bouchet|Pasquier|Legros|Delattre|Humbert|De Oliveira|Briand|Lamy|Launay|\
        Gilbert|Perret|Lesage|Gay|Nguyen|Navarro|Besnard|Pichon|Hebert|Cohen|Pons|Lebreton|Sauvage|De Sousa|\
        Pineau|Albert|Jacques|Pinto|Barthelemy|Turpin|Bigot|Lelièvre|Georges|Reynaud|Ollivier|Martel|Voisin|\
        Leduc|Guillet|Vallée|Coulon|Camus|Marin|Teixeira|Costa|Mahe|Didier|Charrier|Gaudin|Bodin|Guillou|\
        Grégoire|Gros|Blanchet|Buisson|Blondel|Paul|Dijoux|Barbe|Hardy|Laine|Evrard|Laporte|Rossi|Joubert|\
        Regnier|Tanguy|Gimenez|Allard|Devaux|Morvan|Lévy|Dias|Courtois|Lenoir|Berthelot|Pascal|Vaillant|\
        Guilbert|Thibault|Moreno|Duhamel|Colas|Masse|Baudry|Bruneau|Verdier|Delorme|Blin|Guillon|Mary|Coste|\
        Pruvost|Maury|Allain|Valentin|Godard|Joseph|Brunel|Marion|Texier|Seguin|Raynaud|Bourdon|Raymond|\
        Bonneau|Chauvet|Maurice|Legendre|Loiseau|Ferrand|Toussaint|Techer|Lombard|Lefort|Couturier|Bousquet|\
        Diaz|Riou|Clerc|Weiss|Imbert|Jourdan|Delahaye|Gilles|Guibert|Bègue|Descamps|Delmas|Peltier|Dupré|\
        Chartier|Martineau|Laroche|Leconte|Maillet|Parent|Labbé|Potier|Bazin|Normand|Pottier|Torres|Lagarde|\
        Blot|Jacquot|Lemonnier|Grenier|Rocher|Bonnin|Boutin|Fischer|Munoz|Neveu|Lacombe|Mendès|Delannoy|\
        Auger|Wagner|Fouquet|Mace|Ramos|Pages|Petitjean|Chauveau|Foucher|Peron|Guyon|Gallet|Rousset|Traore|\
        Bernier|Vallet|Letellier|Bouvet|Hamel|Chrétien|Faivre|Boulay|Thierry|Samson|Ledoux|Salmon|Gosselin|\
        Lecoq|Pires|Leleu|Becker|Diallo|Merle|Valette
        """.split(separator: "|").map(String.init)

    /// First names in English.
    static let englishFirst = """
        Susan|Sarah|Rebecca|Linda|Julie|Claire|Laura|Lauren|Christine|Karen|Nicola|Gemma|Jessica|Margaret|\
        Jacqueline|Emma|Charlotte|Janet|Deborah|Lisa|Hannah|Patricia|Tracey|Joanne|Sophie|Carol|Jane|\
        Michelle|Victoria|Amy|Elizabeth|Helen|Samantha|Emily|Mary|Diane|Rachel|Anne|Sharon|Ann|Tracy|Amanda|\
        Jennifer|Chloe|Angela|Louise|Katie|Lucy|Barbara|Alison|Sandra|Caroline|Clare|Kelly|Bethany|Gillian|\
        Natalie|Jade|Pauline|Megan|Elaine|Alice|Lesley|Catherine|Hayley|Pamela|Danielle|Holly|Wendy|Abigail|\
        Valerie|Olivia|Jean|Dawn|Donna|Stephanie|Leanne|Kathleen|Natasha|Denise|Sally|Katherine|Georgia|\
        Maureen|Maria|Zoe|Judith|Kerry|Debra|Melanie|Stacey|Eleanor|Paula|Shannon|Sheila|Joanna|Paige|\
        Janice|Lorraine|Georgina|Lynn|Andrea|Suzanne|Nicole|Yvonne|Chelsea|Lynne|Anna|Kirsty|Shirley|\
        Alexandra|Marion|Beverley|Melissa|Rosemary|Kimberley|Carole|Fiona|Kate|Joan|David|Paul|Christopher|\
        Thomas|John|Mark|James|Stephen|Andrew|Jack|Michael|Daniel|Peter|Richard|Matthew|Robert|Ryan|Joshua|\
        Alan|Ian|Simon|Luke|Samuel|Jordan|Anthony|Adam|Lee|Alexander|William|Kevin|Darren|Benjamin|Philip|\
        Gary|Joseph|Brian|Steven|Liam|Keith|Martin|Jason|Jonathan|Jake|Graham|Nicholas|Craig|George|Colin|\
        Neil|Lewis|Nigel|Oliver|Timothy|Stuart|Kenneth|Raymond|Jamie|Nathan|Geoffrey|Connor|Terence|Trevor|\
        Adrian|Harry|Malcolm|Scott|Callum|Wayne|Aaron|Barry|Ashley|Bradley|Patrick|Gareth|Jacob|Sean|Kieran|\
        Derek|Carl|Dean|Charles|Sam|Shaun|Ben|Roger|Mohammed|Leslie|Ronald|Kyle|Clive|Edward|Antony|Jeremy|\
        Justin|Jeffrey|Christian|Roy|Karl|Alex|Gordon|Dominic|Joe|Marc|Reece|Dennis|Russell|Gavin|Rhys|\
        Phillip|Allan|Robin|Charlie|Gerald|Ross|Francis|Eric|Julian|Bernard|Dale|Donald
        """.split(separator: "|").map(String.init)

    /// Last names in Great Britain and the United States.
    static let englishLast = """
        Savage|Winter|Metcalfe|Harper|Burgess|Bailey|Potts|Boyle|Brown|Jennings|Payne|Day|Holland|Higgins|\
        Rhodes|Hancock|Howells|Fowler|Sims|Thomas|Parker|Bentley|Barnett|Manning|Collier|Holloway|Hartley|\
        George|Tomlinson|Howard|Long|Farmer|Collins|Rice|Townsend|Rees|Bruce|Hammond|Ford|Tucker|Wallis|\
        Hamilton|Ferguson|Hooper|Francis|Reeves|Barlow|Short|Cunningham|Hopkins|Nicholson|Archer|Green|\
        Glover|Gibson|Spencer|Warner|Webb|Whitehouse|Dean|Griffiths|Clark|Hardy|Iqbal|Baldwin|O'Neill|Blake|\
        Lees|Harvey|Clarke|Daniels|Browne|Macdonald|Kirk|Khan|Davidson|Dale|Sanders|Wilkins|Connor|Daly|\
        Lane|Kennedy|Bray|Burrows|Hayes|Wyatt|Gould|Dyer|Nash|Bryan|Pope|Fraser|Steele|Walsh|Wade|Marsden|\
        Humphries|O'Brien|Thompson|Lord|Coleman|Jarvis|Noble|Williamson|Carpenter|Gardner|Farrell|Clayton|\
        Akhtar|Gallagher|Skinner|Birch|Kay|Barrett|Bates|Lucas|O'Connor|Chamberlain|Chapman|Ryan|Thorpe|\
        Lawson|Howell|Martin|Kelly|Dobson|Stevens|Brennan|Lloyd|Quinn|Morton|Wilson|Barnes|Henry|Smith|\
        Pritchard|Phillips|Dixon|Sharpe|Robertson|White|Bird|Abbott|Kirby|Hussain|Barber|Harris|Doyle|\
        Jordan|Burns|Hodgson|Atkins|Stokes|Rogers|Parkes|Brookes|Herbert|Gordon|Kemp|Webster|Sinclair|\
        McLean|Saunders|Stephens|Newton|Potter|Storey|Stanley|Turnbull|Duncan|Rose|Mills|Sheppard|Butcher|\
        Fry|Ross|Shepherd|Goodwin|Holt|Haynes|Cook|Ward|Godfrey|Stone|Dodd|Parsons|Ingram|Nixon|Evans|\
        Hargreaves|Owen|Chan|Connolly|Charlton|Middleton|Hyde|Patel|Owens|Lamb|Palmer|Cooper|McCarthy|Black|\
        Dickinson|Gilbert|Leach|North|Byrne|Frost|Simmons|Matthews|Alexander|Ahmed|Gibbons|Stevenson|Rowley|\
        Miles|Hanson|Bolton|Craig|Ali|Carroll|Allan|Sanderson|Fletcher|Burton|Oliver|Davison|Douglas|Field|\
        Pickering|Pugh|Rowe|Mahmood|Sykes|Crawford|Williams|Parkin|Patterson|Power|Price|Murphy|Hale|\
        Nicholls|Hall|Jones|Hughes|Stephenson|Morley|Johnson|Miller|Davis|Garcia|Rodriguez|Martinez|\
        Anderson|Taylor|Hernandez|Moore|Jackson|Lopez|Lee|Gonzalez|Lewis|Robinson|Walker|Perez|Young|Allen|\
        Sanchez|Wright|King|Scott|Baker|Adams|Nelson|Hill|Ramirez|Campbell|Mitchell|Roberts|Carter|Turner|\
        Torres|Edwards|Stewart|Flores|Morris|Nguyen|Rivera|Morgan|Peterson|Reed|Bell|Gomez|Cox|Diaz|\
        Richardson|Wood|Watson|Brooks|Bennett|Gray|James|Reyes|Cruz|Myers|Foster|Morales|Powell|Sullivan|\
        Russell|Ortiz|Jenkins|Gutierrez|Perry|Butler|Fisher|Henderson|Reynolds|Graham|Kim|Gonzales|Ramos|\
        Wallace|Griffin|West|Cole|Chavez|Bryant|Ellis|Murray|Marshall|Mcdonald|Harrison|Ruiz|Wells|Alvarez|\
        Woods|Mendoza|Castillo|Olson|Washington|Freeman|Vasquez|Snyder|Simpson|Jimenez|Porter|Mason|Shaw
        """.split(separator: "|").map(String.init)

    /// Written here: names that show what a terminal must cope with.
    static let others: [(first: String, last: String)] = [
        ("小龙", "李"), ("Zoé", "李 👩‍💻"), ("Thị Hoa", "Nguyễn"), ("Søren", "Ångström"), ("محمد", "حداد"),
        ("Олена", "Шевченко"),
        ("さくら", "田中"), ("Ελένη", "Παπαδοπούλου"), ("Priya", "Nair"), ("Omar", "Haddad"), ("Tomás", "Ríos"),
        ("Jonas", "Weber"), ("Aïcha", "N’Diaye"), ("민준", "김"), ("Łukasz", "Wójcik"), ("D’Arcy", "O’Neill"),
    ]
}
