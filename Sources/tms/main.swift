print("tms")
