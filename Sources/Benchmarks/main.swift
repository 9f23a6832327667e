print("rplus-bench")
