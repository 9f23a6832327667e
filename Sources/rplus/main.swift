print("rplus")
