extension Array where Element: BinaryFloatingPoint {
    /// The places of the largest values above zero, the largest first; of equals the first.
    ///
    /// - Complexity: O(count) for values in no order, O(count · wanted) for rising ones.
    func placesOfLargest(_ wanted: Int) -> [Int] {
        var places: [Int] = []
        guard wanted > 0 else { return places }
        places.reserveCapacity(wanted + 1)
        for index in indices where self[index] > 0 {
            if places.count == wanted, self[index] <= self[places[wanted - 1]] { continue }
            // By halves to the first that is smaller: equals stay in front.
            var (low, high) = (0, places.count)
            while low < high {
                let middle = (low + high) / 2
                if self[places[middle]] < self[index] { high = middle } else { low = middle + 1 }
            }
            places.insert(index, at: low)
            if places.count > wanted { places.removeLast() }
        }
        return places
    }
}
