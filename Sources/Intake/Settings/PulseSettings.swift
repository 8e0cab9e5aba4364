import Measures
import Rollout

/// How surveys of other tools are read: section `pulse` of `case.yaml`.
struct PulseSettings {
    /// Questions by the key of their text or code.
    var questions: [String: PulseMapping] = [:]
    /// The titles of the columns that hold team, role and layer, as keys of texts; nil: none.
    var team: String?
    var role: String?
    var layer: String?
    /// The layer of everybody, where the survey went to one layer only.
    var everybody: Layer?
    /// Words for layers, beside those that are always understood.
    var layers: [String: Layer] = [:]
    /// The day of the wave by file; the empty name stands for all files.
    var waves: [String: Day] = [:]

    /// The layer a word means; nil where it means none.
    func layer(of word: String) -> Layer? {
        layers[QuestionText.key(word)] ?? CellWords.layer(word)
            ?? CellWords.layer(word.replacing("_", with: " "))
    }

    /// The day of the wave of a file, where it is set.
    func wave(of file: CaseFile) -> Day? {
        waves[file.plainPath] ?? waves[file.plainName] ?? waves[""]
    }
}
