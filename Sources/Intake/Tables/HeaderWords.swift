/// Words that titles of columns are made of.
///
/// A title that is not known could be anything, also somebody's name: a table with one column a person, a
/// row that ran into the header, a file without one. Only a title made of these words is ever shown.
enum HeaderWords {
    /// Characters of a title that is shown.
    private static let longest = 40

    /// Whether a title says nothing but what kind of column it is.
    static func areAll(of title: String) -> Bool {
        guard title.count <= longest else { return false }
        let words = split(title)
        return !words.isEmpty && words.allSatisfy { known.contains($0) || $0.allSatisfy(\.isNumber) }
    }

    /// The words of a title in lower case: cut at what is no letter or digit and where capitals begin a word.
    private static func split(_ title: String) -> [String] {
        var words: [String] = []
        var word = ""
        var wasLower = false
        for character in title {
            guard character.isLetter || character.isNumber else {
                if !word.isEmpty { words.append(word) }
                word = ""
                wasLower = false
                continue
            }
            if character.isUppercase, wasLower {
                words.append(word)
                word = ""
            }
            wasLower = character.isLowercase || character.isNumber
            word += character.lowercased()
        }
        return word.isEmpty ? words : words + [word]
    }

    /// Words met in the headers of vendors' exports and of rosters, and what a time, a person or a tool is called in
    /// other languages; given names and surnames stay out.
    private static let known: Set<String> = Set(
        """
        a about absence accept accepted access account accounts action actions active activity actual add \
        added address addresses after age agent agents all amount answer answers api app application apps area \
        assign assigned at attribute average avg badge base before begin birth bonus branch browser budget \
        business by call calls campaign card category cell center centre change changed changes channel chat \
        city class client cloud code comment comments commit commits company completion compute contact content \
        contract copilot cost count country create created creation credit credits currency current customer \
        daily data date dates datetime day days default delete deleted delta department depth description \
        desk detail device directory display distinct district division domain duration e edit email emails \
        employee employees employment enabled end ended engagement enterprise entry environment event events \
        excel expected expiry external extra family feature features feedback field file files final first \
        flag floor for format from full function general generation gender generated given global goal grade \
        group groups guest has head headcount hire hired holiday home hour hours hub id ide identifier idle in \
        included index industry input interaction internal invitation invited is item items job key kind \
        kpi label language last latency layer lead leader legal length level licence license licensed limit \
        line lines link loc local locale location log login loop mail mailbox manager map market max mean \
        meeting meetings member members message messages method metric middle min minutes mobile mode model \
        models modified module month monthly mood name names network new next no note notes number numbers \
        of office on onenote order org organisation organization origin other outlook output owner page pages \
        parent part path pay payroll per percent percentage period permanent person personal phone place plan \
        plant points policy position postal powerpoint practice preferred previous price primary principal \
        priority product profile project projects prompt prompts provider purpose quantity quarter question \
        range rank rate rating reason record ref refresh region remote report reports request requests result \
        retired role roles room rows salary satisfaction save saved score seat seats section security segment \
        session sessions shift shoe site size skill skills slug sku source span staff start started state \
        status step stop street sub submitted suggested sum supervisor surface surname survey synced system \
        tag tags task tasks team teams tenant tenure term terminal termination text tier time timestamp title \
        to token tokens tool tools top topic total totals town track type unit units update updated upn url \
        usage use used user username users utc value variant vendor version visits web week weekly weight \
        what when where who windows with word work workday worker working year yearly yes zip zone \
        abteilung actor anwender anwendung anzahl assistant benutzer dato datum dauer duree equipe fecha \
        fonction herramienta jour minuten minutos mitarbeiter nombre nutzer occurred outil produkt rolle \
        service software usuario utilisateur werkzeug zeit zeitpunkt
        """.split(separator: " ").map(String.init))
}
