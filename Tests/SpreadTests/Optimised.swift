/// Whether the code under test is optimised: studies of a thousand organisations take minutes where it is not.
let isOptimised: Bool = {
    #if DEBUG
        false
    #else
        true
    #endif
}()
