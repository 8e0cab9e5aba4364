/// Invented people for the addresses of a demonstration; every pair given once.
enum Names {
    static let given = [
        "Ada", "Amir", "Anouk", "Bela", "Bram", "Carys", "Chidi", "Clara", "Dario", "Dina", "Edda",
        "Elif", "Emre", "Esther", "Farid", "Fiona", "Gita", "Goran", "Hanna", "Hiro", "Ida", "Ines",
        "Ivo", "Jana", "Jonas", "Kaya", "Kofi", "Lena", "Liam", "Maeve", "Marek", "Mina", "Nadia",
        "Nils", "Olga", "Omar", "Petra", "Priya", "Ravi", "Rosa", "Samir", "Sanna", "Tariq", "Thea",
        "Uma", "Vera", "Wim", "Yara", "Yusuf", "Zoe",
    ]
    static let family = [
        "Abbott", "Achterberg", "Baker", "Banerjee", "Bell", "Castro", "Chen", "Cole", "Dahl", "Diallo",
        "Eder", "Falk", "Ferrari", "Frost", "Garcia", "Haddad", "Hale", "Holm", "Ito", "Jansen", "Kaur",
        "Keller", "Kovac", "Lange", "Lind", "Maddox", "Mensah", "Moreau", "Nagy", "Novak", "Okafor",
        "Orr", "Park", "Quinn", "Rao", "Reyes", "Sato", "Silva", "Stone", "Tanaka", "Tran", "Usman",
        "Vance", "Weber", "Wood", "Xu", "Young", "Zeller",
    ]

    /// The pair at a place of a walk that meets every pair once.
    static func pair(_ place: Int) -> (given: String, family: String) {
        let wrapped = place * 1009 % (given.count * family.count)
        let row = wrapped / family.count
        return (given[(row + wrapped) % given.count], family[wrapped % family.count])
    }
}
