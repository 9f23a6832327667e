/// Countries and regions by the names that CVs and tables give them.
public enum PlaceNames {
    /// The ISO 3166 code of a country named in English or French, or given by its code.
    public static func countryCode(of name: String) -> String? {
        let trimmed = name.trimmed
        if trimmed.count == 2 {
            let code = trimmed.uppercased()
            if code == "UK" { return "GB" }
            return codes.contains(code) ? code : nil
        }
        return countries[trimmed.folded]
    }

    /// Whether the letters are a state of the USA.
    static func isState(_ code: some StringProtocol) -> Bool { states.contains(String(code)) }

    /// Whether the letters are a province of Canada.
    static func isProvince(_ code: some StringProtocol) -> Bool { provinces.contains(String(code)) }

    private static let countries: [String: String] = {
        let list = """
            FR france;GB united kingdom,uk,england,scotland,wales,great britain,royaume uni,angleterre;\
            US usa,united states,united states of america,u s a,etats unis,etats unis d amerique;CA canada;\
            BE belgium,belgique;CH switzerland,suisse;DE germany,allemagne,deutschland;LU luxembourg;\
            ES spain,espagne;IT italy,italie;NL netherlands,the netherlands,pays bas;PT portugal;IE ireland,irlande;\
            AT austria,autriche;MA morocco,maroc;TN tunisia,tunisie;DZ algeria,algerie;SN senegal;IN india,inde;\
            CN china,chine;JP japan,japon;AU australia,australie;NZ new zealand,nouvelle zelande;BR brazil,bresil;\
            MX mexico,mexique;PL poland,pologne;RO romania,roumanie;SE sweden,suede;NO norway,norvege;\
            DK denmark,danemark;FI finland,finlande;CZ czech republic,czechia,republique tcheque;GR greece,grece;\
            TR turkey,turquie,turkiye;RU russia,russie;UA ukraine;HU hungary,hongrie;SG singapore,singapour;\
            ZA south africa,afrique du sud;AE united arab emirates,emirats arabes unis;IL israel;KR south korea;\
            MC monaco;CI cote d ivoire,ivory coast;CM cameroon,cameroun;LB lebanon,liban;VN vietnam;AR argentina
            """
        var result: [String: String] = [:]
        for entry in list.split(separator: ";") {
            for name in entry.dropFirst(3).split(separator: ",") { result[String(name)] = String(entry.prefix(2)) }
        }
        return result
    }()

    private static let codes = Set(countries.values)

    private static let states = Set(
        """
        AL AK AZ AR CA CO CT DE FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ NM NY NC ND OH OK \
        OR PA RI SC SD TN TX UT VT VA WA WV WI WY DC PR
        """.split(separator: " ").map(String.init))

    private static let provinces = Set("AB BC MB NB NL NS NT NU ON PE QC SK YT".split(separator: " ").map(String.init))
}
