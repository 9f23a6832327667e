#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

extension SalaryModel {
    static func logarithm(_ amount: Double) -> Double { log(amount) }
    static func power(_ logarithm: Double) -> Double { exp(logarithm) }
}
